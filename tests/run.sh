#!/usr/bin/env bash
# Runs every test project against a PostgreSQL of its own and ends with one line: "N passed, N failed".
# Usage: tests/run.sh [--long] [--only NAME]
#   --long       also the tests that take minutes (HUB_TEST_LONG=1, and those marked Runs=long)
#   --only NAME  only projects whose name contains NAME, such as Domain
# What is missing is installed: PostgreSQL 15, Node, OpenSSL, Spin and GCC (Debian packages), the SDK's packages by restore, and by npm buf and the
# packages of examples/node, in a cache outside of the clone.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/.ci/tools.sh"
only=""
hang=10m
which=(--filter "Runs!=long")
while [ $# -gt 0 ]; do
  case "$1" in
    --long)
      export HUB_TEST_LONG=1
      hang=60m
      which=()
      ;;
    --only)
      [ $# -ge 2 ] || { echo "tests/run.sh: --only takes a name" >&2; exit 2; }
      only=$2
      shift
      ;;
    *) echo "usage: tests/run.sh [--long] [--only NAME]" >&2; exit 2 ;;
  esac
  shift
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
# Most of these processes live for seconds: measuring their code to make it faster later costs a fifth of them.
export DOTNET_TieredPGO=0
export HUB_SAMPLE_RECORDS=${HUB_SAMPLE_RECORDS:-$root/../shared/data}

# In memory where there is room and programs may run from it: what the tests store need not outlive the machine, and thousands of commits would
# wait for its disk.
in_memory() {
  local free probe
  free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  [ "${free:-0}" -ge 8000000 ] && probe=$(mktemp /dev/shm/hub-tests.XXXXXX 2>/dev/null) || return 1
  printf '#!/bin/sh\n' >"$probe"
  chmod +x "$probe"
  "$probe" 2>/dev/null && rm "$probe" || { rm "$probe"; return 1; }
}
place=${TMPDIR:-/tmp}
if [ -z "${TMPDIR:-}" ] && in_memory; then place=/dev/shm; fi
work=$(mktemp -d "$place/hub-tests.XXXXXX")
chmod 755 "$work"
mkdir -m 1777 "$work/tmp"
export TMPDIR=$work/tmp
postgres_pid=""

stop() {
  trap - EXIT INT TERM
  if [ -n "$postgres_pid" ] && kill -INT "$postgres_pid" 2>/dev/null; then
    for _ in $(seq 100); do
      kill -0 "$postgres_pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -QUIT "$postgres_pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

find_postgres() {
  local bin
  for bin in "$(pg_config --bindir 2>/dev/null || true)" /usr/lib/postgresql/15/bin; do
    if [ -n "$bin" ] && [ -x "$bin/initdb" ] && [ -x "$bin/postgres" ]; then
      echo "$bin"
      return
    fi
  done
}

# PostgreSQL refuses to run as root; the package's own user is there for it.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start_postgres() {
  local bin port cluster=$work/cluster
  bin=$(find_postgres)
  if [ -z "$bin" ]; then
    install_debian postgresql-15
    bin=$(find_postgres)
  fi
  export PATH="$bin:$PATH"
  mkdir "$cluster"
  [ "$(id -u)" -ne 0 ] || chown postgres "$cluster"
  cd "$work"
  as_owner "$bin/initdb" -D "$cluster/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$work/initdb.log" 2>&1 \
    || { cat "$work/initdb.log"; exit 1; }
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    # A missing socket folder and a taken port both show in the log.
    if as_owner "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w -t 60 -s start \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400 -c fsync=on"; then
      postgres_pid=$(head -n 1 "$cluster/data/postmaster.pid")
      export HUB_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      cd "$root"
      return
    fi
  done
  cat "$cluster/log" >&2
  exit 1
}

# What the examples need besides a hub, and what searches the model in tests/Hub.Faults/Model.
install_tools() {
  install_missing node=nodejs openssl=openssl spin=spin gcc=gcc
  [ -e /usr/include/stdio.h ] || install_debian libc6-dev
  HUB_TEST_BUF=$(buf_path)
  HUB_TEST_NODE_MODULES=$(node_modules_path)
  export HUB_TEST_BUF HUB_TEST_NODE_MODULES
}

# Numbers of one trx file: "passed failed skipped".
counts() {
  sed -n 's/.*<Counters total="\([0-9]*\)" executed="\([0-9]*\)" passed="\([0-9]*\)" failed="\([0-9]*\)".*/\1 \2 \3 \4/p' "$1" \
    | awk '{ print $3, $4 + 0, $1 - $2 }'
}

projects=()
for project in "$root"/tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  # Projects without the test SDK are tools, run by name.
  if grep -q 'Microsoft.NET.Test.Sdk' "$project" && [[ "$name" == *"$only"* ]]; then projects+=("$project"); fi
done
[ ${#projects[@]} -gt 0 ] || { echo "tests/run.sh: no test project is called like '$only'" >&2; exit 2; }

start_postgres
echo "PostgreSQL: $HUB_TEST_POSTGRES"
install_tools

build=("$root/Hub.sln")
[ -z "$only" ] || build=("${projects[@]}")
for target in "${build[@]}"; do
  started=$SECONDS
  dotnet build "$target" -c Release -v quiet -nologo >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
  echo "built $(basename "$target") in $((SECONDS - started)) s"
done

passed=0 failed=0 skipped=0
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  started=$SECONDS
  code=0
  # A test that hangs is named and ended, instead of holding up the run.
  # Started in the background of a script, all of it would ignore the Ctrl+C that some tests send to a program.
  env --default-signal=INT dotnet test "$project" --no-build -c Release "${which[@]}" --results-directory "$work/results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout "$hang" --blame-hang-dump-type none >"$work/$name.log" 2>&1 || code=$?
  p=0 f=0 s=0
  [ ! -f "$work/results/$name.trx" ] || read -r p f s < <(counts "$work/results/$name.trx") || true
  echo "$name: $p passed, $f failed$([ "$s" -eq 0 ] || echo ", $s skipped") in $((SECONDS - started)) s"
  if [ "$code" -ne 0 ] || [ "$f" -ne 0 ] || [ "$p" -eq 0 ]; then
    cat "$work/$name.log"
    # A project that crashed or ran nothing counts as one failure, though no test says so.
    if [ "$f" -eq 0 ]; then
      echo "$name: ended with code $code after $p passed tests"
      f=1
    fi
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

stop
echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
[ "$failed" -eq 0 ]
