-- Guard rails, effects and holdout by which decisions were made (JSON), under a name that depends on them alone.
create table decision_terms (
  name varchar(40) primary key,
  terms varchar(100000) not null
);

-- What was so of the customer and of the till outside of the facts, so that the same can be decided again: contacts
-- (JSON, empty where there were none) and what was left of the budget, in minor units (empty where nothing limits it).
alter table decision_case add column contacts varchar(100000);
alter table decision_case add column budget_left bigint;
alter table decision_occasion add column contacts varchar(100000);
alter table decision_occasion add column budget_left bigint;
