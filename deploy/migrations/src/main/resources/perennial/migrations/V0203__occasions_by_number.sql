-- Occasions are asked for by their number alone: one index less that each live decision writes, in a page of its own.
drop index decision_occasion_customer;
