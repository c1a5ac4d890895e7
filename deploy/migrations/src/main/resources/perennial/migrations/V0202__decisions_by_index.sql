-- When and by which channel a customer was reached is asked at each decision, and is read from the index alone.
drop index decision_customer;
create index decision_contacts on decision (customer_id, decided_at, run_id, channel, kind, occasion_id);

-- So is what a run decided of which kind; one index less that each live decision writes.
drop index decision_run_kind;
drop index decision_of_run;
create index decision_of_run on decision (run_id, id, kind, occasion_id);
