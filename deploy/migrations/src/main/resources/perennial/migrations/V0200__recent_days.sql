-- What the last days told of each customer when the features were folded, so that nobody reads the history for it again.
-- Rows of earlier runs have not kept it. All columns at once, since the embedded database copies the table each time.
alter table feature_row add column ${columns}
    recent_kept boolean default false not null
    ${also} recent_order bigint
    ${also} recent_order_hour integer
    ${also} recent_order_day integer
    ${also} recent_order_mismatch boolean
    ${also} recent_cart_at timestamp with time zone
    ${also} recent_cart varchar(500) array
    ${also} recent_cart_pieces double precision array
    ${also} recent_bad_case_at timestamp with time zone
    ${end};

alter table changed_feature_row add column ${columns}
    recent_kept boolean default false not null
    ${also} recent_order bigint
    ${also} recent_order_hour integer
    ${also} recent_order_day integer
    ${also} recent_order_mismatch boolean
    ${also} recent_cart_at timestamp with time zone
    ${also} recent_cart varchar(500) array
    ${also} recent_cart_pieces double precision array
    ${also} recent_bad_case_at timestamp with time zone
    ${end};
