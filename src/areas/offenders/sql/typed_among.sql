select cast(o.value as bigint) as offender from json_each($1) o
where exists (select 1 from offender_name n where n.offender = o.value and n.source_record is null)
   or exists (select 1 from offender_birth_date b where b.offender = o.value and b.source_record is null)
   or exists (select 1 from offender_identifier i where i.offender = o.value and i.source_record is null)
   or exists (select 1 from offender_address a where a.offender = o.value and a.source_record is null)
