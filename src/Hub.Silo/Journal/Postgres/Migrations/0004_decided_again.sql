-- What waited for any team and rested on what narrowings up to this one took away has been decided again. What was narrowed before there was
-- such a mark is decided when its turn comes.
create table again_mark (
    one integer primary key check (one = 1),
    sequence bigint not null
);
insert into again_mark (one, sequence) select 1, last from narrowing_head;
