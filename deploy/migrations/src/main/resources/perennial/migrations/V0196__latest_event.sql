-- A shop of the past lives at its last instant, which every live decision asks for.
create index customer_event_happened on customer_event (happened_at);
