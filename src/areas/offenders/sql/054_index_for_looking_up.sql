-- What people typed of an offender came with no record. It is little, and asked for wherever people are compared.
create index offender_name_typed on offender_name (offender, source_record) where source_record is null;
create index offender_birth_date_typed on offender_birth_date (offender, source_record) where source_record is null;
create index offender_identifier_typed on offender_identifier (offender, source_record) where source_record is null;
create index offender_address_typed on offender_address (offender, source_record) where source_record is null;

-- Those who live nowhere share a postcode with thousands.
create index offender_address_of_no_fixed_abode on offender_address (offender)
    where upper(postcode) in ('NF1 1NF', 'NF1 1FA');
