#!/usr/bin/env bash
# The one door: sets the machine up, builds, runs the tests, and leaves the machine as it found it.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: ./ci.sh [VERB [ARGUMENTS]]

  all              check, build, set up, test, tear down: what happens without a verb
  check            the format, the scripts, and the rules that a machine can check
  build            build the library, the command lab and the tests
  unit             run the tests that need no engine
  docker, lxd      run the tests of one engine, on a machine that is set up
  test [PATTERN]   run every test, or those whose name matches, on a machine that is set up
  setup            install what is missing, start what does not run, provide the images
  up               build, set up, and leave it running
  down             end what was started, and leave the machine as it was found
  sweep            remove the containers that a run left behind
  clean            down, and remove the images, pools and data that are ours

Each verb prints the commands that it runs. Reports are written to the folder out.
LAB_REQUIRE names what must not be missing (docker,lxd in test): a test skipped for it has failed.
LAB_PATIENCE multiplies all deadlines, for a machine that is emulated or crowded.
TEXT
}

self=$(readlink -f -- "${BASH_SOURCE[0]}")
cd -- "$(dirname -- "$self")"

bin=""    # the folder with what was built
child=""  # the tests while they run
owned=""  # whether this run set the machine up, and has to tear it down

run() {
  printf '+' >&2
  printf ' %q' "$@" >&2
  printf '\n' >&2
  "$@"
}

fail() {
  printf 'ci.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

# Under sudo, swift may be only on the caller's PATH, and without a login there may be no HOME.
find_swift() {
  if [ -z "${HOME:-}" ]; then
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
    export HOME="${HOME:-/tmp}"
  fi
  if ! command -v swift > /dev/null && [ -n "${SUDO_USER:-}" ]; then
    local found
    found=$(runuser -l "$SUDO_USER" -c 'command -v swift' 2> /dev/null || true)
    [ -z "$found" ] || PATH=$PATH:$(dirname -- "$found")
  fi
  command -v swift > /dev/null ||
    fail "there is no swift on PATH: install Swift 6.2 or later (https://www.swift.org/install)"
}

find_built() {
  find_swift
  bin=$(swift build --show-bin-path)
  [ -x "$bin/lab" ] || fail "nothing is built yet: run ./ci.sh build"
}

check() {
  find_swift
  run swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests
  local script
  while IFS= read -r script; do
    case $(head -n 1 "$script") in
      '#!/bin/sh'*) run sh -n "$script" ;;
      '#!/usr/bin/env bash'*) run bash -n "$script" ;;
    esac
  done < <(find ci.sh .ci Fixtures -type f | sort)
  forbid 'waits by the clock: use waitFor' '\b(sleep|usleep|nanosleep)\(|\.sleep\(' Sources Tests Package.swift
  forbid 'waits by the clock: wait for a condition' '^[[:space:]]*sleep[[:space:]]' ci.sh .ci
  forbid 'the recorder does not see it: inherit RecordedTestCase' ': XCTestCase \{' Tests
  forbid 'left undone: do it, or open an issue' '\b(TO''DO|FIX''ME|XX''X)\b' Sources Tests Fixtures ci.sh .ci
}

# Fails if a pattern occurs, and says where and why.
forbid() {
  local why=$1 pattern=$2 found
  shift 2
  found=$(grep -rnIE -e "$pattern" -- "$@" || true)
  [ -z "$found" ] || fail "$why
$found"
}

build() {
  find_swift
  run swift build --build-tests
}

setup() {
  find_built
  run "$bin/lab" setup "$@"
}

# The test program is run without swift test around it, which would outlive an interrupt.
run_tests() {
  find_built
  local pattern=$1 program list listed=0 executed status=0
  program=$bin/ContainerAnatomyPackageTests.xctest
  list=$("$program" --list-tests | grep -E '^[A-Za-z].*/' | grep -E -e "$pattern" || true)
  [ -z "$list" ] || listed=$(wc -l <<< "$list")
  [ "$listed" -gt 0 ] || fail "no test matches $pattern"

  mkdir -p out
  export LAB_REPORT_DIR=${LAB_REPORT_DIR:-$PWD/out}
  printf '+ LAB_REQUIRE=%s LAB_REPORT_DIR=%q %q # %s tests\n' \
    "${LAB_REQUIRE:-}" "$LAB_REPORT_DIR" "$program" "$listed" >&2
  # What passes is counted at the end; the log has every line.
  exec 3> >(tee out/tests.log | grep --line-buffered -vE "^Test (Case .*(started|passed)|Suite .* started) ")
  local tee=$!
  "$program" "$(paste -sd, <<< "$list")" >&3 2>&1 3>&- &
  child=$!
  exec 3>&-
  wait "$child" || status=$?
  child=""
  wait "$tee" || true

  executed=$(grep -oE 'Executed [0-9]+ tests?' out/tests.log | tail -n 1 | grep -oE '[0-9]+' || echo 0)
  printf 'ci.sh: %s of %s tests executed, exit status %s\n' "$executed" "$listed" "$status" >&2
  [ "$status" -eq 0 ] || exit "$status"
  [ "$executed" -eq "$listed" ] || fail "$((listed - executed)) tests were not executed"
}

# Whatever the way it ends: stop the tests, give back what was taken, and give built files to whom they belong.
finish() {
  local status=$?
  set +e
  trap '' EXIT INT TERM HUP PIPE
  if [ -n "$child" ]; then
    kill -TERM "$child" 2> /dev/null
    wait "$child" 2> /dev/null
  fi
  if [ -n "$owned" ]; then
    run "$bin/lab" teardown --owner=$$ || [ "$status" -ne 0 ] || status=1
  fi
  if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ]; then
    chown -R --no-dereference "$SUDO_UID:${SUDO_GID:-$SUDO_UID}" .build out 2> /dev/null
  fi
  exit "$status"
}

trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
trap 'exit 141' PIPE

# Sets up, does the rest of the words, and tears down at the end.
within_setup() {
  find_built
  owned=yes
  run "$bin/lab" setup --owner=$$
  "$@"
}

verb=${1:-all}
[ $# -eq 0 ] || shift
case $verb in
  all)
    check
    build
    export LAB_REQUIRE=${LAB_REQUIRE:-docker,lxd}
    within_setup run_tests .
    ;;
  check) check ;;
  build) build ;;
  unit) run_tests '^HarnessTests\.' ;;
  docker) LAB_REQUIRE=${LAB_REQUIRE:-docker} run_tests '^DockerTests\.' ;;
  lxd) LAB_REQUIRE=${LAB_REQUIRE:-lxd} run_tests '^LXDTests\.' ;;
  test) LAB_REQUIRE=${LAB_REQUIRE:-docker,lxd} run_tests "${1:-.}" ;;
  setup) setup "$@" ;;
  up)
    build
    setup "$@"
    ;;
  down | clean | sweep)
    find_built
    [ "$verb" != down ] || verb=teardown
    run "$bin/lab" "$verb" "$@"
    ;;
  help | --help | -h) usage ;;
  *)
    usage >&2
    fail "there is no verb $verb" 2
    ;;
esac
