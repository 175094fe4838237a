#!/usr/bin/env bash
# The one door: sets the machine up, builds, runs the tests, and leaves the machine as it found it.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: ./ci.sh [VERB [ARGUMENTS]]

  all              check, build, set up, test, ablate, container, browser, fuzz, tear down: what happens without a verb
  check            the format, the scripts, and the rules that a machine can check
  build            build the library, the command lab and the tests
  unit             run the tests that need no engine
  fuzz [SECONDS]   try the readers of reports with hostile input, 60 s if not told otherwise
  docker, lxd      run the tests of one engine, on a machine that is set up
  kernel           run the tests of the container put together by hand, which need no set-up
  faults           break engines, networks and disks of the tests' own, and hold what is said to docs/faults.md
  container        run every test in containers of Docker's default profile, as root and as nobody: what needs an engine or
                   a capability is skipped there, and nothing fails
  test [PATTERN]   run every test, or those whose name matches, on a machine that is set up
  mutants [PATTERN]
                   run the tests with programs that lie, and see that those fail that must (lab mutants), on a machine
                   that is set up
  verify REPORT…   set up, hold reports against this machine's kernel (lab verify), tear down; its exit status is kept
  reading FOLDER   hold what is read in reports against what a careful reader finds, as the files truth.json below the
                   folder list it (lab read): how many transcripts were read right, wrong or not at all
  ablate [ARGUMENT…]
                   set up, take the parts of containers away one by one (lab ablate), tear down; its exit status is kept
  browser [CLAIMS] open pages of results and pictures in Chromium, which it installs if it can and has to: nothing may be
                   executed, asked for, too wide or cut off; screenshots and a printed page go to out/browser;
                   the hostile report has that many claims, 9,900 if not told otherwise
  bench            time lab verify for one report and for 1,000, runs against their engine commands one after the other, and
                   the build after a change, on a machine that is set up
  package [RECORD [RUBRIC]]
                   build out/package: one executable, which runs where Swift is not installed, with its fixtures, and
                   gradescope.zip, an autograder that judges against the record (lab record), with the rubric's points
  setup            install what is missing, start what does not run, provide the images
  up               build, set up, and leave it running; it prints how your shell reaches what runs (lab env)
  shell [WORD…]    open a shell (bash WORD…) in which docker and lxc are those that are up: the sheet's commands work there
  down             end what was started, and leave the machine as it was found
  sweep            remove what runs left behind that were killed
  soak N [OPTION…] build, set up, run every test N times, kill runs at random moments, look for what is left, tear down
                   (lab soak --help)
  clean            down, and remove the images, pools and data that are ours

Each verb prints the commands that it runs. Reports are written to the folder out.
all, verify, ablate and soak compare what is on this host before and after (lab footprint), and fail if they have left
something.
LAB_REQUIRE names what must not be missing (docker,lxd,kernel in test): a test skipped for it has failed. The word
docker-in-lxd demands Docker inside LXD, which no engine owes.
LAB_FAULTS=all causes the slow faults in a run of all tests too.
LAB_PATIENCE multiplies all deadlines, for a machine that is emulated or crowded.
LAB_DOCKER and LAB_LXC name the clients; LAB_LXC=incus examines Incus in place of LXD.
TEXT
}

called_from=$PWD  # paths are named from here
self=$(readlink -f -- "${BASH_SOURCE[0]}")
# A script that starts this in the background has it ignore SIGINT, which bash cannot undo by itself (bash(1), trap).
if ((0x$(awk '/^SigIgn:/ { print $2 }' /proc/self/status) & 2)) && env --default-signal=INT true 2> /dev/null; then
  exec env --default-signal=INT bash -- "$self" "$@"
fi
cd -- "$(dirname -- "$self")"

# What swift keeps for a while, and forgets there, is not left in everybody's folder.
swift=(env "TMPDIR=$PWD/.build/tmp" swift)
bin=""     # the folder with what was built
child=""   # the PIDs of what runs
beside=""  # the PID of the part of this script that runs beside the rest
scratch="" # a folder to remove
chromium="" # the browser
owned=""   # whether this run set the machine up, and has to tear it down
before=""  # the file with this host's footprint before that
failing=1  # the exit status of what fails
# If this is killed, lab is to end as well.
export LAB_PARENT=$$

# The classes whose tests are put to an engine, each question once.
of_the_engines='\.(Kernel)?(Exercise|Launch|Coexistence|Option|EnginesCompared)'
# The classes that type what is printed, as a person does.
by_hand='\.(Kernel)?ByHand'
# The later half of what needs no engine, which computes more than it waits.
later='^HarnessTests\.[H-Z]'
# Those that only compute, for seconds: whose process it is makes no difference to them. The first takes as long as many.
computing_most='^HarnessTests\.HostileDocument'
computing='^HarnessTests\.(HostileReport|HostileText|Fuzz|Page|Picture|NearestLines|Catalogue|Gradescope|SpanishResult|Transcript|HiddenText|DifferentHere)'

say() {
  printf '+' >&2
  printf ' %q' "$@" >&2
  printf '\n' >&2
}

# In the background, for bash attends to a signal only between programs in the foreground.
run() {
  say "$@"
  "$@" <&0 &
  child=$!
  local status=0
  wait "$child" || status=$?
  child=""
  return "$status"
}

# Does a part of all, and keeps how many seconds it has taken.
stage() {
  local name=$1 start=${EPOCHREALTIME/,/.}
  shift
  "$@"
  awk -v name="$name" -v start="$start" -v end="${EPOCHREALTIME/,/.}" 'BEGIN { printf "%s\t%.0f\n", name, end - start }' >> out/stages
}

fail() {
  printf 'ci.sh: %s\n' "$1" >&2
  exit "${2:-$failing}"
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
  mkdir -p .build/tmp
}

# What all carries that this run makes, as lab's label does, so that it is swept if this is killed.
owner() {
  local stat boot namespace
  read -r stat < "/proc/$$/stat"
  # Of the fields (proc_pid_stat(5)) the second, a name in brackets, may have blanks; the 22nd is the start time.
  read -ra stat <<< "${stat##*) }"
  read -r boot < /proc/sys/kernel/random/boot_id
  namespace=$(readlink /proc/self/ns/pid | tr -dc 0-9)
  [ "$namespace" = 4026531836 ] && namespace="" # the host's
  printf '%04x%04x.%s\n' $RANDOM $RANDOM "$$.${stat[19]}.${boot:0:8}${namespace:+.$namespace}"
}

# Makes a folder that carries the name of this run.
make_scratch() {
  [ -d "${TMPDIR:-/tmp}" ] || TMPDIR=/tmp
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/lab-$(owner)-XXXXXX")
}

find_built() {
  find_swift
  bin=$("${swift[@]}" build --show-bin-path)
  [ -x "$bin/lab" ] || fail "nothing is built yet: run ./ci.sh build"
}

check() {
  find_swift
  run "${swift[@]}" format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests
  local script
  while IFS= read -r script; do
    case $(head -n 1 "$script" | tr -d '\0') in
      '#!/bin/sh'*) run sh -n "$script" ;;
      '#!/usr/bin/env bash'*) run bash -n "$script" ;;
      '# '*) case $script in Fixtures/mutants/*/*) run bash -n "$script" ;; esac ;;
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
  run "${swift[@]}" build --build-tests
}

fuzz() {
  find_built
  run "$bin/lab" fuzz --seconds="$1"
}

setup() {
  find_built
  run "$bin/lab" setup "$@"
}

# The test program is run without swift test around it, which would outlive an interrupt; in processes side by side:
# what is asked of the engines, for which there is much waiting; what is typed by hand for each of them, which waits most;
# what is done to Docker; what is done to LXD; and the rest, in two.
run_tests() {
  find_built
  local pattern=$1 without=${2:-^$} program list rest part parts log listed=0 executed=0 status=0 pids=() tees=()
  program=$bin/ContainerAnatomyPackageTests.xctest
  list=$("$program" --list-tests | grep -E '^[A-Za-z].*/' | grep -E -e "$pattern" | grep -vE -e "$without" || true)
  [ -z "$list" ] || listed=$(wc -l <<< "$list")
  [ "$listed" -gt 0 ] || fail "no test matches $pattern"

  mkdir -p out
  rm -f -- "${LAB_REPORT_DIR:-out}/junit.xml"
  export LAB_REPORT_DIR=${LAB_REPORT_DIR:-$PWD/out}
  printf '+ LAB_REQUIRE=%s LAB_REPORT_DIR=%q %q # %s tests\n' \
    "${LAB_REQUIRE:-}" "$LAB_REPORT_DIR" "$program" "$listed" >&2
  # What passes is counted at the end; the log has every line. Another run may be on in the same folder.
  make_scratch
  rest=$(grep -vE -e "$of_the_engines" -e "$by_hand" <<< "$list" || true)
  parts=("$(grep -E "$of_the_engines" <<< "$list" || true)"
    "$(grep -E "^Docker.*$by_hand" <<< "$list" || true)"
    "$(grep -E "^LXD.*$by_hand" <<< "$list" || true)"
    "$(grep -E "^Kernel.*$by_hand" <<< "$list" || true)"
    "$(grep -E '^Docker' <<< "$rest" || true)"
    "$(grep -E '^LXD' <<< "$rest" || true)"
    "$(grep -vE -e '^(Docker|LXD)' -e "$later" <<< "$rest" || true)"
    "$(grep -E -e "$later" <<< "$rest" || true)")
  for part in "${parts[@]}"; do
    [ -n "$part" ] || continue
    log=$scratch/${#pids[@]}.log
    exec 3> >(tee "$log" | grep --line-buffered -vE "^Test (Case .*(started|passed)|Suite .* started) ")
    tees+=($!)
    LAB_TEST_RUN=$scratch "$program" "$(paste -sd, <<< "$part")" >&3 2>&1 3>&- &
    pids+=($!)
    child="${pids[*]}"
    exec 3>&-
  done
  local pid
  for pid in "${pids[@]}"; do wait "$pid" || status=$?; done
  child=""
  wait "${tees[@]}" || true

  cat -- "$scratch"/*.log > out/tests.log
  for log in "$scratch"/*.log; do
    executed=$((executed + $(grep -oE 'Executed [0-9]+ tests?' "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0)))
  done
  rm -rf -- "$scratch"
  scratch=""
  printf 'ci.sh: %s of %s tests executed, exit status %s\n' "$executed" "$listed" "$status" >&2
  [ "$status" -eq 0 ] || exit "$status"
  [ "$executed" -eq "$listed" ] || fail "$((listed - executed)) tests were not executed"
  [ -s "$LAB_REPORT_DIR/junit.xml" ] || fail "the reports could not be written to $LAB_REPORT_DIR"
}

# Runs every test in containers of the Docker that is set up: the host's programs and this folder are mounted read-only, and
# there are no capabilities beyond Docker's default, no network, no cgroups to write, and 64 MiB of shared memory. The one
# test that runs all others once more is left out; so is, as root and as nobody, what matches the patterns, if there are any.
container() {
  find_built
  local program=$bin/ContainerAnatomyPackageTests.xctest image mounts=() folder user pids=() status=0 list tests without=("${1:-^$}" "${2:-^$}")
  list=$("$program" --list-tests | grep -E '^[A-Za-z].*/' | grep -v test_nonsense_in_every_variable)
  # shellcheck disable=SC2046
  eval "$("$bin/lab" env)" || fail "no engine is up: run ./ci.sh up"
  image=$("$bin/lab" images docker --offline | sed -n 's/^docker: \([^ ]*\) (.*/\1/p')
  for folder in /usr /bin /sbin /lib /lib32 /lib64 /etc "$(dirname -- "$(dirname -- "$(dirname -- \
    "$(readlink -f -- "$(command -v swift)")")")")" "$PWD"; do
    case $folder in /usr/*) continue ;; esac
    [ ! -d "$folder" ] || mounts+=(--volume "$folder:$folder:ro")
  done
  mkdir -p out
  for user in 0 65534; do
    tests=$(grep -vE -e "${without[user > 0]}" <<< "$list")
    say docker run --user "$user" "${mounts[@]}" "$image" "$program"
    docker run --rm --network none --label "lab.run=$(owner)" --user "$user" "${mounts[@]}" --env PATH --env HOME=/tmp \
      --entrypoint "$program" "$image" "$(paste -sd, <<< "$tests")" > "out/container-$user.log" 2>&1 < /dev/null &
    pids+=($!)
    child="${pids[*]}"
  done
  for user in 0 65534; do
    wait "${pids[0]}" || status=$?
    pids=("${pids[@]:1}")
    grep -E ': error: ' "out/container-$user.log" >&2 || true
    grep -E 'Executed [0-9]+ tests' "out/container-$user.log" | tail -n 1 | sed "s/^\s*/ci.sh: UID $user in a container: /" >&2
    # What needs neither an engine nor a capability has run, and passed.
    [ "$(grep -cE "^Test Case .* passed" "out/container-$user.log")" -gt 300 ] || status=1
    [ "$status" -eq 0 ] || fail "not green in a container: see out/container-$user.log"
  done
  child=""
}

# The tests of options look at all facts, so that they make the matrix of ablations. The faults come after the others, the
# slow ones too: nothing else has to wait for deadlines that pass. What computes more than it waits runs meanwhile.
all_tests() {
  rm -f -- out/ablation.md
  LAB_ABLATION=all stage tests run_tests . Fault
  [ -s out/ablation.md ] || fail "the tests did not make the matrix of ablations"
  (
    trap 'trap "" TERM; kill -TERM $child 2> /dev/null; exit 143' TERM
    trap '[ -z "$scratch" ] || rm -rf -- "$scratch"' EXIT
    trap - INT HUP PIPE
    stage container container "$computing" "$computing_most"
    # A machine without Chromium, and without a way to it, lacks it.
    if [ -n "$chromium" ]; then stage browser browser 1000; else printf 'ci.sh: there is no chromium: pages are not tried in a browser\n' >&2; fi
    stage fuzz fuzz 20
  ) &
  beside=$!
  LAB_REPORT_DIR=$PWD/out/faults stage faults run_tests 'Fault'
  wait "$beside"
  beside=""
  printf 'ci.sh: seconds of each stage: %s\n' "$(awk '{ printf "%s%s %s", between, $1, $2; between = ", " }' out/stages)" >&2
}

# Whether there is a list of what was on this host before.
is_listed() { [ -f "$before" ] && [ -s "$before" ]; }

# Whatever the way it ends: stop the tests, give back what was taken, and give built files to whom they belong.
finish() {
  local status=$?
  set +e
  trap '' EXIT INT TERM HUP PIPE
  if [ -n "$child$beside" ]; then
    # shellcheck disable=SC2086
    kill -TERM $child $beside 2> /dev/null
    # shellcheck disable=SC2086
    wait $child $beside 2> /dev/null
  fi
  [ -z "$scratch" ] || rm -rf -- "$scratch"
  if [ -n "$owned" ]; then
    say "$bin/lab" teardown --owner=$$
    "$bin/lab" teardown --owner=$$ || [ "$status" -ne 0 ] || status=$failing
  fi
  if is_listed; then
    local left=0
    "$bin/lab" footprint --ours --diff "$before" >&2 || left=$?
    case $left in
      0) ;;
      1) printf 'ci.sh: this run has left (+), or taken away (-), what is listed above\n' >&2 ;;
      *) printf 'ci.sh: whether this run has left something could not be seen\n' >&2 ;;
    esac
    [ "$left" -eq 0 ] || [ "$status" -ne 0 ] || status=$failing
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

# Sets the machine up; from now on it is ours to tear down, and has to be at the end as it was when nothing was started yet.
own() {
  find_built
  mkdir -p out
  # What killed runs have left does not count as ours.
  "$bin/lab" sweep --quiet >&2 || printf 'ci.sh: an earlier run has left what cannot be removed now\n' >&2
  rm -f -- out/footprint
  owned=yes
  before=out/footprint
  # What is installed stays: what a service manager starts with it was not started by this run.
  run "$bin/lab" setup --owner=$$ --footprint="$before"
}

# Sets up, does the rest of the words, and tears down at the end.
within_setup() {
  own
  "$@"
}

# Sets up what can be set up, and runs lab where we were called from. Its exit status is ours, and what it prints is alone on
# standard output; it runs in the background, so that an interrupt reaches it and it removes what it has made.
lab_within_setup() {
  exec 4>&1 1>&2 5<&0 < /dev/null
  find_swift
  run "${swift[@]}" build --product lab || fail "cannot build lab"
  own || printf 'ci.sh: what could not be set up will be untestable\n'
  is_listed ||
    printf 'ci.sh: what is on this host could not be listed: what this run leaves will not be noticed\n'
  local status=0
  (
    cd -- "$called_from"
    say "$bin/lab" "$@"
    exec "$bin/lab" "$@" >&4 <&5
  ) &
  child=$!
  wait "$child" || status=$?
  child=""
  is_listed || [ "$status" -ne 0 ] || status=$failing
  return "$status"
}

# A shell in which docker and lxc reach what is up. It takes the place of this script, which has nothing to tear down.
shell() {
  find_built
  local lines
  lines=$("$bin/lab" env) || fail "no engine is up: run ./ci.sh up"
  printf '%s\n' "$lines" >&2
  eval "$lines"
  unset LAB_PARENT
  PATH=$PATH:$bin
  trap - EXIT INT TERM HUP PIPE
  cd -- "$called_from"
  exec bash "$@"
}

soak() {
  run "$bin/lab" soak "$@"
}

mutants() {
  find_built
  mkdir -p out
  run "$bin/lab" mutants --output="$PWD/out/mutants" "$@"
}

# Installs Chromium from the distribution, if it is not here; fails if it cannot.
find_chromium() {
  chromium=$(command -v chromium || command -v chromium-browser || true)
  [ -z "$chromium" ] || return 0
  [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null || return 1
  run env DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium > /dev/null || return 1
  chromium=$(command -v chromium)
}

# Chromium without a window, with a profile of its own, and without a network that it could ask.
browse() {
  local options=(--headless=new --disable-gpu --disable-dev-shm-usage --hide-scrollbars --no-first-run
    "--user-data-dir=$scratch/profile" --allow-file-access-from-files --enable-logging=stderr
    "--proxy-server=127.0.0.1:9")
  [ "$(id -u)" -ne 0 ] || options+=(--no-sandbox)
  timeout 120 "$chromium" "${options[@]}" "$@" 2>> "$scratch/chromium.log" < /dev/null
}

# Opens a report, a folder of 30 students, a hostile report of so many claims, a matrix, a comparison and a picture, all from the record.
browser() {
  find_built
  find_chromium || fail "there is no chromium: install it (apt-get install chromium)"
  local record=Fixtures/records/hybrid-docker20-lxd5.json folder=$PWD/out/browser i told
  rm -rf -- out/browser
  mkdir -p out/browser/students
  make_scratch
  for ((i = 1; i <= 30; i++)); do
    mkdir -p "$scratch/students/student-$i"
    cp Fixtures/reports/memoria-falseada.md "$scratch/students/student-$i/memoria.md"
    printf 'student %s\n' "$i" > "$scratch/students/student-$i/autor.txt"
  done
  { cat Fixtures/browser/hostile.claims && seq -f 'docker: cgroup.pids.limit is %.0f' "$1"; } > "$scratch/hostile.claims"
  pages verify --recorded "$record" Fixtures/reports/memoria-falseada.md --language es --output html=out/browser/report.html
  pages verify --recorded "$record" "$scratch/students" --output html=out/browser/students/
  pages verify --recorded "$record" "$scratch/hostile.claims" --output html=out/browser/hostile.html
  pages ablate --recorded "$record" --output html=out/browser/matrix.html
  pages compare --recorded "$record" --output html=out/browser/comparison.html
  pages draw --recorded "$record" docker lxd 'docker --pid=host' --output svg=out/browser/picture.svg
  cp Fixtures/browser/check.html out/browser/

  told=report.html,students/index.html,students/student-1.html,hostile.html,matrix.html,comparison.html
  say "$chromium" "$folder/check.html?$told"
  browse --window-size=1280,900 --dump-dom "file://$folder/check.html?$told" |
    grep -oE '(ok|FAIL) [^<]* at [0-9]+: .*' | tee out/browser/told >&2 || true
  ! grep -q '^FAIL ' out/browser/told || fail "a page is not as it has to be"
  [ "$(grep -c '^ok ' out/browser/told)" -eq 12 ] || fail "the browser did not come to the end: see out/browser/told"
  ! grep 'CONSOLE' "$scratch/chromium.log" >&2 || fail "the browser complains of a page"

  browse --window-size=420,1400 --screenshot="$folder/report-360.png" "file://$folder/check.html?view,report.html,360" > /dev/null
  browse --window-size=1280,1600 --screenshot="$folder/report-1280.png" "file://$folder/report.html" > /dev/null
  browse --window-size=1180,2100 --screenshot="$folder/picture.png" "file://$folder/picture.svg" > /dev/null
  browse --print-to-pdf="$folder/report.pdf" --no-pdf-header-footer "file://$folder/report.html" > /dev/null
  for i in report-360.png report-1280.png picture.png report.pdf; do
    [ -s "out/browser/$i" ] || fail "the browser did not make out/browser/$i"
  done
  if command -v pdftotext > /dev/null; then
    i=$(pdftotext out/browser/report.pdf - | grep -cE '✗ *refutada' || true)
    [ "$i" -eq 10 ] || fail "the printed page has $i verdicts “refutada”, and 10 are wanted"
  fi
  rm -rf -- "$scratch"
  scratch=""
}

# Runs lab for a page: what it finds there, and its exit status for that, does not count.
pages() {
  say "$bin/lab" "$@"
  "$bin/lab" "$@" > "$scratch/said" 2>&1 || [ $? -ne 2 ] || [[ " $* " == *hostile* ]] || fail "$(cat "$scratch/said")"
}

# Times one report, and the same report from 1,000 students; then runs against the engine commands that they need.
bench() {
  build
  find_built
  make_scratch
  local i
  for ((i = 1; i <= 1000; i++)); do
    mkdir -p "$scratch/students/student-$i"
    cp Fixtures/reports/memoria.md "$scratch/students/student-$i/"
    printf 'student %s\n' "$i" > "$scratch/students/student-$i/autor.txt"
  done
  lab=$bin/lab
  printf '%-16s %7s %10s %6s %6s %8s %9s %8s %9s %7s %5s\n' \
    run reports statements claims scenes reading observing writing removing wall MiB
  bench_row "one report" "$scratch/students/student-1"
  bench_row "1,000 reports" "$scratch/students"
  bench_row "as json, junit" --format json --output "junit=$scratch/junit.xml" "$scratch/students"
  bench_row "as pages" --output "html=$scratch/pages/" "$scratch/students"
  bench_row "against a record" --recorded Fixtures/records/hybrid-docker20-lxd5.json "$scratch/students"

  printf '\n%-34s %8s %20s %9s %6s %5s\n' run seconds "its engine commands" serially ratio MiB
  bench_ratio "lab verify, one report" "$lab" verify --timing "$scratch/students/student-1"
  bench_ratio "the sheet's tests, in one process" "$bin/ContainerAnatomyPackageTests.xctest" \
    "$("$bin/ContainerAnatomyPackageTests.xctest" --list-tests | grep -E '\.(Exercise|Launch|Coexistence)' | paste -sd,)"

  printf '\n%-34s %8s\n' build seconds
  for i in Command/Text.swift Lab/Scenes/Scene.swift Claims/Judging/Judgement.swift; do
    touch "Sources/Harness/$i"
    bench_timed "after a change in $i" "${swift[@]}" build --build-tests
  done
  [ ! -s out/stages ] || {
    printf '\n%-34s %8s\n' "stage of the last whole run" seconds
    awk -F '\t' '{ printf "%-34s %8s\n", $1, $2 }' out/stages
  }
}

# Times words, and prints a row of one figure.
bench_timed() {
  local label=$1 start=${EPOCHREALTIME/,/.}
  shift
  # lab ends with 1 or 3 if a report is not right on this machine.
  "$@" > "$scratch/out" 2> "$scratch/err" || [[ $? -ne 2 && $1 == */lab ]] || fail "$(tail -n 5 "$scratch/out" "$scratch/err")"
  seconds=$(awk -v start="$start" -v end="${EPOCHREALTIME/,/.}" 'BEGIN { printf "%.1f", end - start }')
  [ -z "$label" ] || printf '%-34s %8s\n' "$label" "$seconds"
}

# Times a run, and then its engine commands one after the other.
bench_ratio() {
  local label=$1 line serial memory
  shift
  rm -f -- "$scratch/commands"
  LAB_COMMANDS=$scratch/commands bench_timed "" "$@"
  memory=$(cat "$scratch/out" "$scratch/err" | grep -oE 'rss=[0-9]+|memory +[0-9]+' | grep -oE '[0-9]+$' | tail -n 1 || true)
  line=$("$lab" replay "$scratch/commands")
  serial=$(sed -n 's/.* seconds=\([0-9.]*\).*/\1/p' <<< "$line")
  printf '%-34s %8s %20s %9s %6s %5s\n' "$label" "$seconds" "$(sed -n 's/.*commands=\([0-9]*\).*/\1/p' <<< "$line")" \
    "$serial" "$(awk -v run="$seconds" -v serial="$serial" 'BEGIN { printf "%.2f", run / serial }')" "$memory"
}

bench_row() {
  local label=$1 line
  shift
  "$lab" verify --timing "$@" > "$scratch/out" 2> "$scratch/err" || true
  line=$(grep '^timing: ' "$scratch/err") || fail "no timing: $(cat "$scratch/err")"
  line=${line#timing: }
  line=${line% (*}
  # shellcheck disable=SC2086,SC2046
  printf '%-16s %7s %10s %6s %6s %8s %9s %8s %9s %7s %5s\n' "$label" $(printf '%s ' $line | sed 's/[a-z]*=//g')
}

# Builds one executable with Swift's libraries inside, and sees it verify a report with nothing else at hand.
package() {
  local record=${1:+$(from_caller "$1")} rubric=${2:+$(from_caller "$2")} file
  record=${record:-$PWD/Fixtures/records/hybrid-docker20-lxd5.json}
  rubric=${rubric:-$PWD/Fixtures/gradescope/rubric}
  for file in "$record" "$rubric"; do [ -r "$file" ] || fail "$file cannot be read"; done
  find_swift
  local options=(--configuration release --product lab --static-swift-stdlib -Xlinker -s --scratch-path .build/package) folder
  run "${swift[@]}" build "${options[@]}"
  folder=$("${swift[@]}" build "${options[@]}" --show-bin-path)
  rm -rf -- out/package
  mkdir -p out/package
  cp -R -- "$folder/lab" Fixtures out/package/
  run env -i PATH=/nowhere out/package/lab verify --recorded out/package/Fixtures/records/hybrid-docker20-lxd5.json \
    Fixtures/reports/memoria.md > out/package.txt || fail "the executable does not verify by itself: see out/package.txt"
  gradescope "$folder/lab" "$record" "$rubric"
  du -h out/package/lab out/package/gradescope.zip >&2
}

# A path that the caller has named, from here.
from_caller() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$called_from/$1" ;;
  esac
}

# The archive for Gradescope: two scripts, the executable, the record and the rubric. Its results are in our language.
gradescope() {
  local folder language=en
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in es*) language=es ;; esac
  make_scratch
  folder=$scratch/gradescope
  mkdir -p "$folder"
  sed "s/^language=en/language=$language/" Fixtures/gradescope/run_autograder > "$folder/run_autograder"
  cp -- Fixtures/gradescope/setup.sh "$1" "$folder/"
  cp -- "$2" "$folder/record.json"
  cp -- "$3" "$folder/rubric"
  chmod 755 "$folder/run_autograder" "$folder/setup.sh" "$folder/lab"
  # Neither a record nor a rubric that cannot be used is found out by a student.
  run "$folder/lab" verify --recorded "$folder/record.json" --rubric "$folder/rubric" \
    --claim 'docker: namespace.pid is private' > /dev/null || [ $? -ne 2 ] || fail "the record or the rubric cannot be used"
  if command -v zip > /dev/null; then
    (cd -- "$folder" && run zip -q -X "$scratch/gradescope.zip" ./*)
  else
    (cd -- "$folder" && run python3 -m zipfile -c "$scratch/gradescope.zip" ./*)
  fi || fail "neither zip nor python3 makes the archive"
  mv -- "$scratch/gradescope.zip" out/package/
}

verb=${1:-all}
[ $# -eq 0 ] || shift
case $verb in
  all)
    mkdir -p out
    rm -f -- out/stages
    stage check check
    stage build build
    find_chromium || chromium=""
    export LAB_REQUIRE=${LAB_REQUIRE:-docker,lxd,kernel}
    within_setup all_tests
    ;;
  check) check ;;
  build) build ;;
  unit) run_tests '^HarnessTests\.' ;;
  fuzz) fuzz "${1:-60}" ;;
  docker) LAB_REQUIRE=${LAB_REQUIRE:-docker} run_tests '^DockerTests\.' ;;
  lxd) LAB_REQUIRE=${LAB_REQUIRE:-lxd} run_tests '^LXDTests\.' ;;
  kernel) LAB_REQUIRE=${LAB_REQUIRE:-kernel} run_tests '^KernelTests\.' ;;
  container) container ;;
  faults) LAB_REPORT_DIR=${LAB_REPORT_DIR:-$PWD/out/faults} run_tests 'Fault' ;;
  test) LAB_REQUIRE=${LAB_REQUIRE:-docker,lxd,kernel} run_tests "${1:-.}" ;;
  mutants) mutants "$@" ;;
  verify)
    [ $# -gt 0 ] || fail "which report? ./ci.sh verify REPORT…" 2
    failing=2 # 1 means that something is refuted
    lab_within_setup verify "$@"
    ;;
  ablate)
    failing=2 # 1 means that something flips that ought not to, or does not that ought to
    lab_within_setup ablate "$@"
    ;;
  browser) browser "${1:-9900}" ;;
  bench) bench ;;
  reading)
    [ $# -gt 0 ] || fail "which folder? ./ci.sh reading FOLDER" 2
    find_built
    run "$bin/lab" read --truth "$(from_caller "$1")"
    ;;
  package) package "$@" ;;
  soak)
    [ $# -gt 0 ] || fail "how many runs? ./ci.sh soak N" 2
    build
    export LAB_REQUIRE=${LAB_REQUIRE:-docker,lxd,kernel}
    within_setup soak "$@"
    ;;
  setup) setup "$@" ;;
  up)
    build
    setup "$@"
    printf '\nPaste these lines into a shell, or run ./ci.sh shell; ./ci.sh down ends it all:\n\n'
    "$bin/lab" env
    ;;
  shell) shell "$@" ;;
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
