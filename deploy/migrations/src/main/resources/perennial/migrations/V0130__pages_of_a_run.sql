-- What a run found, a page at a time, without a look at the other runs.
create index decision_of_run on decision (run_id, id);
create index stage_change_of_run on stage_change (run_id, customer_id);
