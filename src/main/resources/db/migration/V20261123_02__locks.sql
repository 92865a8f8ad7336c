-- Names that are locked while something must happen one at a time, across nodes.
create table locks (
    name varchar(300) primary key
);
