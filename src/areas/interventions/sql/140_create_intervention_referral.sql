-- One referral of one person to one offering of an intervention, from the day it was made to its end. `continues` is the
-- referral that was begun elsewhere and goes on with this one.
create table intervention_referral (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    offering bigint not null references catalogue_offering (id),
    intervention text not null,
    continues bigint references intervention_referral (id),
    state text not null,
    referred_on date not null,
    referred_by text not null,
    note text not null,
    decided_on date,
    decided_by text not null,
    started_on date,
    ended_on date,
    ended_by text not null,
    reason text not null
);
create index intervention_referral_by_offender on intervention_referral (offender, referred_on, id);
create index intervention_referral_by_offering on intervention_referral (offering, state);
create index intervention_referral_by_start on intervention_referral (offering, started_on, id);
create index intervention_referral_by_end on intervention_referral (ended_on, referred_on, id);
create index intervention_referral_by_state on intervention_referral (state, referred_on, id);
create index intervention_referral_by_continued on intervention_referral (continues);

-- Who came to a session, and who did not and why.
create table intervention_session (
    id bigint not null primary key,
    referral bigint not null references intervention_referral (id),
    on_day date not null,
    attendance text not null,
    words text not null,
    recorded_by text not null
);
create unique index intervention_session_by_referral on intervention_session (referral, on_day);
