select id, 'ended before it was imposed, or ended without a reason' as words
from sentence
where ended_on < imposed_on or (ended_on is null and ended_reason is not null)
   or (ended_on is not null and ended_reason is null)
