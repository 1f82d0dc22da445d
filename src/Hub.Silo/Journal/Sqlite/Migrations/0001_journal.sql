-- The journal in one file. The same tables as on PostgreSQL, said in SQLite; STRICT, because SQLite would else store any type anywhere.
-- Instants are microseconds since 1970.

-- length() of a text stops at U+0000 and counts characters, octet_length() counts bytes: where they agree, a key is ASCII without U+0000.
create table event (
    stream text not null check (octet_length(stream) <= 64 and octet_length(stream) = length(stream)),
    version integer not null check (version >= 1),
    hub integer not null check (hub between 0 and 65535),
    name text not null check (octet_length(name) <= 64 and octet_length(name) = length(name)),
    name_version integer not null check (name_version between 0 and 65535),
    at integer not null,
    agency text not null check (octet_length(agency) <= 64 and octet_length(agency) = length(agency)),
    practitioner text not null check (octet_length(practitioner) <= 64 and octet_length(practitioner) = length(practitioner)),
    request_id text not null check (octet_length(request_id) <= 64 and octet_length(request_id) = length(request_id)),
    request_digest blob not null check (length(request_digest) in (0, 32)),
    content_digest blob not null check (length(content_digest) in (0, 32)),
    decisions_digest blob not null check (length(decisions_digest) in (0, 32)),
    deliveries_digest blob not null check (length(deliveries_digest) in (0, 32)),
    previous_hash blob not null check (length(previous_hash) in (0, 32)),
    hash blob not null check (length(hash) in (0, 32)),
    content blob not null,
    decisions blob not null,
    primary key (stream, version)
) strict;

-- A request makes one event, however often it is retried.
create unique index event_request on event (stream, agency, request_id) where request_id <> '';

create trigger event_is_not_updated before update on event begin
    select raise(abort, 'events are only ever appended');
end;

create trigger event_is_not_deleted before delete on event begin
    select raise(abort, 'events are only ever appended');
end;

-- Emptying wrapped is how a stream is erased; the row stays, to say by whose order.
create table stream_key (
    stream text primary key check (octet_length(stream) <= 64 and octet_length(stream) = length(stream)),
    master_key text not null check (octet_length(master_key) <= 64 and octet_length(master_key) = length(master_key)),
    wrapped blob not null,
    erasure_order text not null check (octet_length(erasure_order) <= 64 and octet_length(erasure_order) = length(erasure_order))
) strict, without rowid;

create table hub_secret (
    number integer primary key check (number >= 1),
    master_key text not null check (octet_length(master_key) <= 64 and octet_length(master_key) = length(master_key)),
    wrapped blob not null
) strict;

-- Versions of facts that others decide by. Absent counts as 0.
create table ground (
    ground text primary key check (octet_length(ground) <= 64 and octet_length(ground) = length(ground)),
    version integer not null check (version >= 1)
) strict, without rowid;

-- By which grounds somebody sees less, in the order in which that became so.
create table narrowing (
    sequence integer primary key,
    ground text not null check (octet_length(ground) <= 64 and octet_length(ground) = length(ground)),
    version integer not null check (version >= 1),
    done integer not null check (done in (0, 1))
) strict;
create index narrowing_open on narrowing (sequence) where done = 0;

-- The first stream to commit a key keeps it.
create table claim (
    space integer not null,
    key blob not null check (length(key) between 1 and 256),
    stream text not null check (octet_length(stream) <= 64 and octet_length(stream) = length(stream)),
    primary key (space, key)
) strict, without rowid;

create table view (
    stream text not null,
    version integer not null,
    ordinal integer not null check (ordinal >= 0),
    content blob not null,
    primary key (stream, version, ordinal)
) strict;

-- Position = (commit_number, ordinal).
create table delivery (
    commit_number integer not null,
    ordinal integer not null check (ordinal >= 0),
    at integer not null,
    stream text not null,
    version integer not null,
    inbox integer not null,
    subject blob not null check (length(subject) = 16),
    view integer not null check (view >= -1),
    basis blob not null,
    severity integer not null check (severity between 0 and 255),
    escalate_at integer not null,
    primary key (stream, version, inbox, subject)
) strict, without rowid;
create index delivery_inbox on delivery (inbox, commit_number, ordinal);

-- Red goes first: found without passing over what waits before it.
create index delivery_inbox_red on delivery (inbox, commit_number, ordinal) where severity = 1;

-- One row per transaction: who waits for what it wrote. Inboxes: ascending, eight bytes each, big-endian.
create table batch (
    commit_number integer primary key,
    inboxes blob not null check (length(inboxes) % 8 = 0),
    earliest_due integer not null,
    -- First 8 bytes of each event's hash: what a cut tail is missed by.
    marks blob not null
) strict;

-- Everything at or below the position is received or recalled; above: received positions beyond it.
create table mark (
    inbox integer not null,
    subscriber text not null check (octet_length(subscriber) <= 64 and octet_length(subscriber) = length(subscriber)),
    commit_number integer not null,
    ordinal integer not null check (ordinal >= 0),
    above blob not null,
    primary key (inbox, subscriber)
) strict, without rowid;

-- The ledger: one row per batch, before it goes to the transport.
create table hand_over (
    inbox integer not null,
    subscriber text not null check (octet_length(subscriber) <= 64 and octet_length(subscriber) = length(subscriber)),
    number integer not null check (number >= 1),
    at integer not null,
    connection text not null check (octet_length(connection) <= 64 and octet_length(connection) = length(connection)),
    positions blob not null,
    primary key (inbox, subscriber, number)
) strict, without rowid;

create trigger hand_over_is_not_updated before update on hand_over begin
    select raise(abort, 'the ledger is only ever appended to');
end;

create trigger hand_over_is_not_deleted before delete on hand_over begin
    select raise(abort, 'the ledger is only ever appended to');
end;

-- Commit numbers come from here: one row, raised in the very transaction that uses the number.
create table counter (
    only integer primary key check (only = 1),
    last integer not null
) strict;
insert into counter (only, last) values (1, 0);

-- Which database this is: made with the file, so that another file is another timeline.
create table era (
    base integer primary key,
    system_id text not null,
    timeline text not null
) strict;
insert into era (base, system_id, timeline) values (0, lower(hex(randomblob(8))), '1');

-- Signed root over all heads, hourly, so that a missing tail is found too. Nothing writes it yet.
create table root (
    at integer primary key,
    digest blob not null,
    signature blob not null
) strict;

-- Deliveries with a clock, by the instant it runs out. Taken in from batches below the horizon; gone once it is settled what became of them.
create table due (
    at integer not null,
    inbox integer not null,
    commit_number integer not null,
    ordinal integer not null,
    primary key (at, inbox, commit_number, ordinal)
) strict;

-- All batches at or below it have been taken in.
create table due_mark (
    one integer primary key check (one = 1),
    commit_number integer not null
) strict;
insert into due_mark (one, commit_number) values (1, -1);
