-- Churn probability times expected value, worked out once a run; null where either is not known.
alter table customer_row add column at_risk_minor bigint;
alter table customer_row add column at_risk_lower_minor bigint;
alter table customer_row add column at_risk_upper_minor bigint;
update customer_row set at_risk_minor = cast(round(churn_probability * value_minor) as bigint)
  where churn_probability is not null and value_minor is not null;
create index customer_row_at_risk on customer_row (run_id, at_risk_minor desc, customer_id);
