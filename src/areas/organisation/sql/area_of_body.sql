select body, population_thousands, source, certainty
from area
where body = $1
