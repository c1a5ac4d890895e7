-- Searches for the settings of churn models, known by the run in which each began; kept for good.
create table churn_search (
  run_id bigint primary key,
  as_of timestamp with time zone not null,
  cause varchar(20) not null,
  complete boolean not null
);

create table churn_trial (
  run_id bigint not null references churn_search (run_id),
  recipe varchar(40) not null,
  auc double precision not null,
  auc_lower double precision not null,
  auc_upper double precision not null,
  log_loss double precision not null,
  judged integer not null,
  primary key (run_id, recipe)
);

create table churn_search_asked (
  asked_at timestamp with time zone not null,
  asked_by varchar(200) not null
);
