/* A narrowing call against silos and their gateways: lease, barrier, join, stop, pause, expiry and batch lease. README.md says how to read it.
   A tick is about a second. Whoever holds something may act through its last tick, whoever waits waits for the one after it. */

#ifdef FREE_BATCH
#define LEASE 3
#define BATCH 2
#else
#define LEASE 4  /* a silo's own lease, from before it sent the renewal */
#define BATCH 3  /* how long a batch may be written, from the sending of the request that the silo answered */
#endif

/* The design's rules. Each name below breaks one of them, or asks of it a variant. */
#define GATE_OPEN(s)       (lease[s] > 0 && !knows[s])
#define BOUND(s)           min(BATCH, lease[s])
#define AGE                sent
#define MAY_BEGIN(s)       (due[s] > 0)
#define MAY_GO_OUT(s)      (due[s] > 0)
#define DISCARDS(s)        (due[s] == 0)
#define RECEIVED(s)        (place[s] == WRITTEN || place[s] == DISCARDED)
#define OVER(s)            (!flight[s] || held[s] == 0)
#define RENEWED(s)         renewed[s]
#define STILL              LEASE
#define WAIT               LEASE
#define FROM_COMMIT        WAIT
#define WAITED             (wait == 0)
#define TICKS              true

#ifdef GATE_REMOVED
#undef GATE_OPEN
#define GATE_OPEN(s) (lease[s] > 0)
#endif
#ifdef ABORT_REMOVED
#undef MAY_BEGIN
#undef MAY_GO_OUT
#define MAY_BEGIN(s) true
#define MAY_GO_OUT(s) true
#endif
#ifdef BATCH_OUTLIVES_LEASE
#undef BOUND
#define BOUND(s) BATCH
#endif
#ifdef COUNTED_FROM_ANSWER
#undef AGE
#define AGE 0
#endif
#ifdef ACKNOWLEDGED_AT_ONCE
#undef OVER
#define OVER(s) true
#endif
#ifdef WRITE_TAKEN_FOR_RECEIPT
#undef RECEIVED
#define RECEIVED(s) (place[s] == PENDING || place[s] == WRITTEN)
#endif
#ifdef LEASE_FROM_ANSWER
#undef RENEWED
#define RENEWED(s) LEASE
#endif
#ifdef SILENT_NOT_AWAITED
#undef WAITED
#define WAITED true
#endif
#ifdef WAIT_TOO_SHORT
#undef WAIT
#define WAIT (LEASE - 1)
#endif
#ifdef WAIT_FROM_BEFORE_COMMIT
#undef FROM_COMMIT
#define FROM_COMMIT wait
#endif
#ifdef SILENT_AFTER_ONE
#undef STILL
#define STILL 1
#endif
/* A batch lease of its own, which the caller waits out as well: hides no unchecked lease behind the bound. */
#ifdef FREE_BATCH
#undef BOUND
#undef STILL
#undef WAIT
#define BOUND(s) BATCH
#define STILL (LEASE + BATCH - 1)
#ifdef WAIT_TOO_SHORT
#define WAIT (LEASE + BATCH - 2)
#else
#define WAIT (LEASE + BATCH - 1)
#endif
#endif
#ifdef LEASE_UNCHECKED
#undef GATE_OPEN
#define GATE_OPEN(s) (!knows[s])
#endif
/* Nothing is looked at when bytes go out: a timer aborts, and is late only if the gateway stands still. */
#ifdef ABORTED_BY_TIMER
#undef MAY_GO_OUT
#undef DISCARDS
#undef TICKS
#define MAY_GO_OUT(s) true
#define DISCARDS(s) (due[s] <= 1)
#define TICKS (stands || !(place[0] == PENDING && due[0] <= 1))
#endif

#ifndef SILOS
#define SILOS 1
#endif

#define min(a, b) (a < b -> a : b)
#define less(t) t = (t > 0 -> t - 1 : 0)

mtype = { NOWHERE, UNDERWAY, PENDING, LOOKED, WRITTEN, DISCARDED };

/* Database */
bool narrowed;             /* the head of the narrowings */
bool row[SILOS];
bool changed[SILOS];       /* renewed since the caller looked */

/* Silo */
byte lease[SILOS];
byte renewed[SILOS];       /* what is left of the lease that the renewal under way brings */
bool knows[SILOS];         /* has applied the narrowing: its ground is stale */
bool stopping[SILOS];
bool flight[SILOS];        /* a batch that rests on the old ground is counted as in flight */
byte held[SILOS];          /* how long the silo regards it so */

/* Gateway: one batch of each silo */
mtype place[SILOS];
byte due[SILOS];
bool stands;

/* Caller */
byte still[SILOS];         /* until a row that does not change counts as silent */
bool awaited[SILOS];
bool told[SILOS];
bool acknowledged[SILOS];
byte wait;
bool returned;

/* Renewals, the first of which is joining; or a stop in order, after which it may join anew. */
proctype Renewing(byte s) {
  bool head
renew:
  atomic { renewed[s] = LEASE; head = false }
  if
  :: skip
  :: goto stop
  fi;
#ifdef HEAD_READ_FIRST
  head = narrowed;
#endif
  atomic { row[s] = true; changed[s] = true }
#ifndef HEAD_READ_FIRST
  head = narrowed;
#endif
  if
  :: skip
  :: goto renew  /* the answer is lost */
  fi;
#ifdef APPLIED_AFTER_EXTENDING
  lease[s] = RENEWED(s);
  knows[s] = knows[s] || head;
#else
  knows[s] = knows[s] || head;
  lease[s] = RENEWED(s);
#endif
  goto renew;
stop:
  stopping[s] = true;
#ifdef ROW_GONE_FIRST
  row[s] = false;
  (!flight[s] || held[s] == 0);
#else
  (!flight[s] || held[s] == 0);
  row[s] = false;
#endif
  atomic { lease[s] = 0; knows[s] = false; stopping[s] = false }
  goto renew
}

/* Hands over one batch after another, each in answer to a request sent and received at some time before. */
proctype Giving(byte s) {
  byte sent, arrived
give:
  atomic {
    place[s] == NOWHERE && !stopping[s];
    select (sent : 0 .. BATCH - 1);
    select (arrived : 0 .. BATCH - 1);
    arrived = min(arrived, sent);
    held[s] = min(BATCH - arrived, BOUND(s));
    due[s] = (BOUND(s) > AGE -> BOUND(s) - AGE : 0);
#ifdef BOUND_READ_LATER
    due[s] = BATCH - sent;
#endif
    sent = 0; arrived = 0;
#ifndef COUNTED_AFTER_GATE
    flight[s] = true
#endif
  }
#ifdef BOUND_READ_LATER
  due[s] = (lease[s] + due[s] > BATCH -> min(due[s], lease[s] + due[s] - BATCH) : 0);
#endif
  if
  :: GATE_OPEN(s)
  :: else -> flight[s] = false; goto give
  fi;
  atomic { flight[s] = true; place[s] = UNDERWAY }
  atomic {
    if
    :: RECEIVED(s) -> flight[s] = false; (place[s] == WRITTEN || place[s] == DISCARDED)
    :: place[s] == DISCARDED
    fi;
    flight[s] = false; place[s] = NOWHERE; due[s] = 0; held[s] = 0
  }
  goto give
}

/* Marks the ground when it is told, and confirms once nothing that rests on it is in flight. */
proctype Hearing(byte s) {
  told[s];
  knows[s] = true;
  OVER(s);
  acknowledged[s] = true
}

/* Begins the write, which may wait for a slow reader; what is past its time is thrown away. */
proctype Gateway(byte s) {
  do
  :: atomic { place[s] == UNDERWAY ->
       place[s] = (MAY_BEGIN(s) -> PENDING : DISCARDED) }
  :: atomic { place[s] == PENDING && MAY_GO_OUT(s) && !stands ->
#ifdef STANDS_AFTER_LOOKING
       place[s] = LOOKED }
  :: atomic { place[s] == LOOKED ->
#endif
       assert(!returned);
       place[s] = WRITTEN }
  :: atomic { place[s] == PENDING && DISCARDS(s) && !stands -> place[s] = DISCARDED }
  od
}

inline read_rows() {
  atomic { for (s : 0 .. SILOS - 1) { awaited[s] = row[s] && (changed[s] || still[s] > 0) } }
}

/* Looks at the rows now and then, narrows, and returns when nobody can hand over or write any more. */
proctype Caller() {
  byte s
  do
  :: d_step {
       s = 0;
       do
       :: s < SILOS ->
            if
            :: row[s] && changed[s] -> changed[s] = false; still[s] = STILL
            :: else
            fi;
            s++
       :: else -> break
       od
     }
  :: break
  od;
#ifdef ROWS_READ_BEFORE_COMMIT
  read_rows();
#endif
#ifdef WAIT_FROM_BEFORE_COMMIT
  wait = WAIT;
#endif
  atomic { narrowed = true; wait = FROM_COMMIT }
#ifndef ROWS_READ_BEFORE_COMMIT
  read_rows();
#endif
  atomic { for (s : 0 .. SILOS - 1) { told[s] = awaited[s] } }
  s = 0;
  do
  :: s < SILOS -> (!awaited[s] || acknowledged[s] || !row[s] || WAITED); s++
  :: else -> break
  od;
  returned = true
}

/* Goes on whoever stands still. */
proctype Clock() {
  byte s
  do
  :: d_step { TICKS ->
       less(wait);
       s = 0;
       do
       :: s < SILOS -> less(lease[s]); less(renewed[s]); less(held[s]); less(due[s]); less(still[s]); s++
       :: else -> break
       od;
       s = 0
     }
  od
}

#ifdef GATEWAY_STANDS
active proctype Standing() {
  do
  :: stands = !stands
  od
}
#endif

init {
  byte s;
  atomic {
    for (s : 0 .. SILOS - 1) {
      place[s] = NOWHERE;
      run Renewing(s); run Giving(s); run Hearing(s); run Gateway(s)
    }
    run Caller();
    run Clock()
  }
}
