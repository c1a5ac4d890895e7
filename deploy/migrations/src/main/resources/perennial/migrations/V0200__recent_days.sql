-- What the last days told of each customer when the features were folded, so that nobody reads the history for it again.
-- Rows of earlier runs have not kept it.
alter table feature_row add column recent_kept boolean default false not null;
alter table feature_row add column recent_order bigint;
alter table feature_row add column recent_order_hour integer;
alter table feature_row add column recent_order_day integer;
alter table feature_row add column recent_order_mismatch boolean;
alter table feature_row add column recent_cart_at timestamp with time zone;
alter table feature_row add column recent_cart varchar(500) array;
alter table feature_row add column recent_cart_pieces double precision array;
alter table feature_row add column recent_bad_case_at timestamp with time zone;

alter table changed_feature_row add column recent_kept boolean default false not null;
alter table changed_feature_row add column recent_order bigint;
alter table changed_feature_row add column recent_order_hour integer;
alter table changed_feature_row add column recent_order_day integer;
alter table changed_feature_row add column recent_order_mismatch boolean;
alter table changed_feature_row add column recent_cart_at timestamp with time zone;
alter table changed_feature_row add column recent_cart varchar(500) array;
alter table changed_feature_row add column recent_cart_pieces double precision array;
alter table changed_feature_row add column recent_bad_case_at timestamp with time zone;
