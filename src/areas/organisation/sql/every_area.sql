select body, population_thousands, source, certainty
from area
order by body
