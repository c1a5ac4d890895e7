-- What an offer is held to change, which the business owns: how much likelier an order becomes, from 0 to 1, with the
-- interval in which that lies. The empty segment is that of all customers for whom no row of their own stands.
create table rule_effect (
  verb varchar(40) not null,
  kind varchar(60) not null,
  segment_id varchar(40) not null,
  uplift double precision not null,
  lower_end double precision not null,
  upper_end double precision not null,
  -- ASSUMED or EXPERIMENT
  source varchar(20) not null,
  actor varchar(200) not null,
  primary key (verb, kind, segment_id)
);

-- Assumed for a shop that has not measured its own yet, give or take a half.
insert into rule_effect (verb, kind, segment_id, uplift, lower_end, upper_end, source, actor) values
  ('sendMessage', 'WELCOME', '', 0.02, 0.01, 0.03, 'ASSUMED', 'system'),
  ('offerCoupon', 'WELCOME', '', 0.05, 0.025, 0.075, 'ASSUMED', 'system'),
  ('sendMessage', 'SECOND_PURCHASE', '', 0.02, 0.01, 0.03, 'ASSUMED', 'system'),
  ('offerCoupon', 'SECOND_PURCHASE', '', 0.05, 0.025, 0.075, 'ASSUMED', 'system'),
  ('sendMessage', 'WIN_BACK', '', 0.01, 0.005, 0.015, 'ASSUMED', 'system'),
  ('offerCoupon', 'WIN_BACK', '', 0.03, 0.015, 0.045, 'ASSUMED', 'system'),
  ('sendMessage', 'CART_REMINDER', '', 0.08, 0.04, 0.12, 'ASSUMED', 'system'),
  ('offerCoupon', 'CART_REMINDER', '', 0.14, 0.07, 0.21, 'ASSUMED', 'system'),
  ('sendMessage', 'CROSS_SELL', '', 0.01, 0.005, 0.015, 'ASSUMED', 'system'),
  ('offerCoupon', 'CROSS_SELL', '', 0.03, 0.015, 0.045, 'ASSUMED', 'system'),
  ('sendMessage', 'LOYALTY', '', 0.01, 0.005, 0.015, 'ASSUMED', 'system'),
  ('offerCoupon', 'LOYALTY', '', 0.02, 0.01, 0.03, 'ASSUMED', 'system'),
  ('sendMessage', 'SERVICE_RECOVERY', '', 0.02, 0.01, 0.03, 'ASSUMED', 'system'),
  ('offerCoupon', 'SERVICE_RECOVERY', '', 0.03, 0.015, 0.045, 'ASSUMED', 'system'),
  ('callCustomer', 'WIN_BACK', '', 0.06, 0.03, 0.09, 'ASSUMED', 'system'),
  ('callCustomer', 'LOYALTY', '', 0.02, 0.01, 0.03, 'ASSUMED', 'system'),
  ('callCustomer', 'SERVICE_RECOVERY', '', 0.05, 0.025, 0.075, 'ASSUMED', 'system'),
  ('offerPrice', 'LOYALTY_PRICE', '', 0.03, 0.015, 0.045, 'ASSUMED', 'system'),
  ('offerPrice', 'PRICE_MATCH', '', 0.04, 0.02, 0.06, 'ASSUMED', 'system'),
  ('offerPrice', 'CLEARANCE', '', 0.05, 0.025, 0.075, 'ASSUMED', 'system');

-- The last simulation of a version of the rules, for the base as a run found it.
create table rule_simulation (
  rule_version_id bigint primary key,
  run_id bigint not null,
  as_of timestamp with time zone not null,
  status varchar(20) not null,
  done bigint not null,
  total bigint not null,
  started_at timestamp with time zone not null,
  -- when it was last heard of
  heard_at timestamp with time zone not null,
  actor varchar(200) not null,
  failure_en varchar(2000),
  failure_zh varchar(2000),
  -- JSON
  findings varchar(1000000)
);
