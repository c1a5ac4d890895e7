-- What a run tells of customers is read from one customer to another, in the order in which features are read.
alter table customer_stage alter column customer_id set data type varchar(200) ${bytewise};
alter table value_score alter column customer_id set data type varchar(200) ${bytewise};
alter table churn_score alter column customer_id set data type varchar(200) ${bytewise};
alter table churn_reason alter column customer_id set data type varchar(200) ${bytewise};
alter table segment_member alter column customer_id set data type varchar(200) ${bytewise};
alter table segment_move alter column customer_id set data type varchar(200) ${bytewise};
alter table segment_change alter column customer_id set data type varchar(200) ${bytewise};
