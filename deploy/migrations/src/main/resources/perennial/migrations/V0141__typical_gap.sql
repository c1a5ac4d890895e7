alter table feature_row add column gap_typical double precision;
