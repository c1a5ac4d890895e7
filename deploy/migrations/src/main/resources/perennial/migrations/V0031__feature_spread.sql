-- How a feature lies over all customers of a run: one customer is told against it.
create table feature_spread (
  run_id bigint not null,
  feature varchar(40) not null,
  known bigint not null,
  lower_tenth double precision not null,
  median double precision not null,
  upper_tenth double precision not null,
  primary key (run_id, feature)
);
