select id, 'ends before it begins, or has less than no places' as words
from catalogue_offering where until_day < from_day or places < 0
