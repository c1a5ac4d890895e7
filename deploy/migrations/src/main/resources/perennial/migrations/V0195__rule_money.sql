-- What the decisions of a run that name a rule first are expected to cost and to bring, in minor units; null where no
-- decision does, and in runs of before.
alter table rule_use add column decided bigint;
alter table rule_use add column without_effect bigint;
alter table rule_use add column cost bigint;
-- null where no effect is known
alter table rule_use add column gain bigint;
alter table rule_use add column gain_lower bigint;
alter table rule_use add column gain_upper bigint;
-- ASSUMED or EXPERIMENT
alter table rule_use add column gain_source varchar(20);
alter table rule_use add column currency varchar(3);
