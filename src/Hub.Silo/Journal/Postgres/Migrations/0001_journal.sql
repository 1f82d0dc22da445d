-- The journal. Integers, bytes and short ASCII keys only: what is hashed must come back byte for byte, which jsonb (reorders) and
-- timestamptz (rounds) do not promise. Instants are microseconds since 1970.

-- Collation "C" gives keys one order on every machine; another order would be another lock order between silos.
-- As many bytes as characters: ASCII.
create domain short_key as text collate "C"
    check (octet_length(value) <= 64 and octet_length(value) = length(value));

create domain digest as bytea
    check (octet_length(value) in (0, 32));

-- One row per commit. No foreign keys anywhere: a commit writes all of its rows in one transaction or none of them, and keys looked up
-- row by row would cost a third of the rate.
create table event (
    stream short_key not null,
    version bigint not null check (version >= 1),
    hub integer not null check (hub between 0 and 65535),
    name short_key not null,
    name_version integer not null check (name_version between 0 and 65535),
    at bigint not null,
    agency short_key not null,
    practitioner short_key not null,
    request_id short_key not null,
    request_digest digest not null,
    content_digest digest not null,
    decisions_digest digest not null,
    deliveries_digest digest not null,
    previous_hash digest not null,
    hash digest not null,
    content bytea not null,
    decisions bytea not null,
    primary key (stream, version)
);

-- A request makes one event, whoever retries it on whichever silo.
create unique index event_request on event (stream, agency, request_id) where request_id <> '';

-- Sealed bytes do not compress. A row of a few KiB stays whole: in pieces, with an index of its own, it costs half as much again to write.
alter table event alter column content set storage external, alter column decisions set storage external;
alter table event set (toast_tuple_target = 8160);

-- Statement triggers: nothing is paid per inserted row.
create function event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'events are only ever appended' using errcode = 'restrict_violation';
end
$$;
create trigger event_is_append_only before update or delete or truncate on event
    for each statement execute function event_is_append_only();

-- Emptying wrapped is how a stream is erased; the row stays, to say by whose order.
create table stream_key (
    stream short_key primary key,
    master_key short_key not null,
    wrapped bytea not null,
    erasure_order short_key not null
);

create table hub_secret (
    number integer primary key check (number >= 1),
    master_key short_key not null,
    wrapped bytea not null
);

-- Versions of facts that others decide by. Absent counts as 0.
create table ground (
    ground short_key primary key,
    version bigint not null check (version >= 1)
);

-- By which grounds somebody sees less, in the order in which that became so.
create table narrowing (
    sequence bigint primary key,
    ground short_key not null,
    version bigint not null check (version >= 1),
    done boolean not null
);
create index narrowing_open on narrowing (sequence) where not done;

-- One row, locked by whoever narrows until that is durable, and shared by whoever renews a lease: each lease is before or after each narrowing.
create table narrowing_head (
    one integer primary key check (one = 1),
    last bigint not null
) with (fillfactor = 10);
insert into narrowing_head (one, last) values (1, 0);

-- Until when each silo may show anything, in the database's time, and the last narrowing before its last renewal.
create table silo_lease (
    silo short_key primary key,
    until bigint not null,
    sequence bigint not null
) with (fillfactor = 10);

-- The first stream to commit a key keeps it.
create table claim (
    space integer not null,
    key bytea not null check (octet_length(key) between 1 and 256),
    stream short_key not null,
    primary key (space, key)
);

create table view (
    stream short_key not null,
    version bigint not null,
    ordinal integer not null check (ordinal >= 0),
    content bytea not null,
    primary key (stream, version, ordinal)
);
alter table view alter column content set storage external;
alter table view set (toast_tuple_target = 8160);

-- Position = (commit_number, ordinal). `at` is the event's own, so (stream, version) decides it and the keys below stay as strict as
-- they would be without it; a partitioned table needs it in every key.
create table delivery (
    commit_number bigint not null,
    ordinal integer not null check (ordinal >= 0),
    at bigint not null,
    stream short_key not null,
    version bigint not null,
    inbox bigint not null,
    subject bytea not null check (octet_length(subject) = 16),
    view integer not null check (view >= -1),
    basis bytea not null,
    severity integer not null check (severity between 0 and 255),
    escalate_at bigint not null,
    primary key (stream, version, inbox, subject, at)
) partition by range (at);
create index delivery_inbox on delivery (inbox, commit_number, ordinal);

-- Red goes first: found without passing over what waits before it.
create index delivery_inbox_red on delivery (inbox, commit_number, ordinal) where severity = 1;

-- Takes what no month's partition takes (a silo that has been up for too long, a clock far off): a commit is never lost for want of DDL.
create table delivery_default partition of delivery default;

-- Months from the one of now_us to that many months later. Moves what has meanwhile landed in the default partition, which could not be
-- split otherwise. Runs as the owner, because a silo's role has no DDL.
create function ensure_delivery_partitions(now_us bigint, months integer) returns integer
    language plpgsql security definer set search_path from current as $$
declare
    home text := current_schema();
    month timestamp;
    part text;
    low bigint;
    high bigint;
    made integer := 0;
begin
    -- Two silos starting at once would both miss the same month.
    perform pg_advisory_xact_lock(7021001, 2);
    for n in 0..months loop
        month := date_trunc('month', to_timestamp(now_us / 1000000) at time zone 'UTC') + make_interval(months => n);
        part := to_char(month, '"delivery_"YYYY_MM');
        continue when to_regclass(format('%I.%I', home, part)) is not null;
        low := extract(epoch from month)::bigint * 1000000;
        high := extract(epoch from month + interval '1 month')::bigint * 1000000;
        -- Created apart and attached: creating it as a partition would lock the whole table against every lane.
        execute format('create table %I.%I (like %I.delivery including constraints)', home, part, home);
        execute format(
            'with moved as (delete from %I.delivery_default where at >= %s and at < %s returning *) insert into %I.%I select * from moved',
            home, low, high, home, part);
        execute format(
            'alter table %I.delivery attach partition %I.%I for values from (%s) to (%s)', home, home, part, low, high);
        made := made + 1;
    end loop;
    return made;
end
$$;

-- One row per transaction: who waits for what it wrote.
create table batch (
    commit_number bigint primary key,
    inboxes bigint[] not null,
    earliest_due bigint not null,
    -- First 8 bytes of each event's hash: what a cut tail is missed by.
    marks bytea not null
);

-- Everything at or below the position is received or recalled; above: received positions beyond it. One row per subscriber of an inbox,
-- written over with every batch of receipts.
create table mark (
    inbox bigint not null,
    subscriber short_key not null,
    commit_number bigint not null,
    ordinal integer not null check (ordinal >= 0),
    above bytea not null,
    primary key (inbox, subscriber)
) with (fillfactor = 50);

-- The ledger: one row per batch, before it goes to the transport. Whatever arrives anywhere has an earlier row here.
create table hand_over (
    inbox bigint not null,
    subscriber short_key not null,
    number bigint not null check (number >= 1),
    at bigint not null,
    connection short_key not null,
    positions bytea not null,
    primary key (inbox, subscriber, number)
);
create function hand_over_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is only ever appended to' using errcode = 'restrict_violation';
end
$$;
create trigger hand_over_is_append_only before update or delete or truncate on hand_over
    for each statement execute function hand_over_is_append_only();

-- A commit number is the last era's base plus the transaction id. Transaction ids start anew in another database cluster and are used
-- twice after a restore to a point in time; a new era keeps commit numbers growing all the same.
create table era (
    base bigint primary key,
    system_id text not null,
    timeline text not null
);

create function present_system() returns text language sql stable as $$
    select system_identifier::text from pg_control_system()
$$;

-- From the write position, not from the last checkpoint: right from the first moment after a promotion. Fails on a standby, as it should.
create function present_timeline() returns text language sql volatile as $$
    select left(pg_walfile_name(pg_current_wal_lsn()), 8)
$$;

-- An era lasts 2^40 transactions at the least, so neither its own numbers nor the lost ones of a restore reach into the next.
create function ensure_era() returns void language sql as $$
    insert into era (base, system_id, timeline)
    select coalesce(max(e.base) + (1::bigint << 40), 0), present_system(), present_timeline()
    from era e
    having (select l.system_id || '/' || l.timeline from era l order by l.base desc limit 1)
        is distinct from present_system() || '/' || present_timeline()
    on conflict do nothing
$$;

select ensure_era();
select ensure_delivery_partitions((extract(epoch from now()) * 1000000)::bigint, 6);

-- Signed root over all heads, hourly, so that a missing tail is found too. Nothing writes it yet.
create table root (
    at bigint primary key,
    digest bytea not null,
    signature bytea not null
);

-- Deliveries with a clock, by the instant it runs out. Taken in from batches below the horizon; gone once it is settled what became of them.
create table due (
    at bigint not null,
    inbox bigint not null,
    commit_number bigint not null,
    ordinal integer not null,
    primary key (at, inbox, commit_number, ordinal)
);

-- All batches at or below it have been taken in.
create table due_mark (
    one integer primary key check (one = 1),
    commit_number bigint not null
);
insert into due_mark (one, commit_number) values (1, -1);
