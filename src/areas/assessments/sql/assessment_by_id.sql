select id, offender, version, form, state, copied_from, started_on, started_by, signed_on, signer,
       signed_by, countersigned_on, countersigner, countersigned_by, sent_back
from assessment where id = $1
