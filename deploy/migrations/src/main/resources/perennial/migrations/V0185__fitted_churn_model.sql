-- The model that gave a run's scores, in parts of base64: what explains them later is the very one that gave them.
create table churn_fitted (
  run_id bigint not null,
  position smallint not null,
  part varchar(100000) not null,
  primary key (run_id, position)
);
