-- What customers are found by beside their ids, in small letters: as of a run, like the rows of the list.
create table customer_word (
  run_id bigint not null,
  word varchar(200) ${bytewise} not null,
  customer_id varchar(200) not null,
  primary key (run_id, word, customer_id)
);
