create table metric_report (
  run_id bigint primary key,
  as_of timestamp with time zone not null,
  last_month_partial boolean not null
);

-- Numbered through all periods of the report. Either a figure, or what is lacking.
create table metric (
  run_id bigint not null,
  number smallint not null,
  measure varchar(40) not null,
  period_from timestamp with time zone not null,
  period_to timestamp with time zone not null,
  currency char(3) not null,
  figure double precision,
  lack varchar(40),
  lacking varchar(40),
  primary key (run_id, number)
);

-- place: in the formula; term: which of several values. No figure: not known.
create table metric_input (
  run_id bigint not null,
  number smallint not null,
  place smallint not null,
  term smallint not null,
  quantity varchar(40) not null,
  figure double precision,
  primary key (run_id, number, place, term)
);

create table cohort_count (
  run_id bigint not null,
  cohort char(7) not null,
  months_later smallint not null,
  buyers bigint not null,
  primary key (run_id, cohort, months_later)
);
