-- The shop at a glance as a run saw it, kept so that weeks can be compared.
create table glance (
  run_id bigint primary key,
  as_of timestamp with time zone not null,
  customers bigint not null,
  buyers bigint not null,
  orders bigint not null,
  sales_minor bigint not null,
  expected_minor bigint,
  at_risk_minor bigint
);

-- What is counted: stage (customers) or decision (by kind).
create table glance_count (
  run_id bigint not null references glance (run_id),
  what varchar(20) not null,
  name varchar(60) not null,
  amount bigint not null,
  primary key (run_id, what, name)
);

create table glance_month (
  run_id bigint not null references glance (run_id),
  in_month char(7) not null,
  orders bigint not null,
  buyers bigint not null,
  sales_minor bigint not null,
  primary key (run_id, in_month)
);
