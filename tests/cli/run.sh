#!/bin/sh
# Runs the program and compares standard output, standard error and exit code with
# tests/cli/NAME.out, NAME.err and NAME.code (no file: empty, empty, 0). UPDATE=1 writes them anew.
# Runs from the root of the source. CAREER_BIN names the program.
set -u

career=${CAREER_BIN:-build/career}
here=tests/cli
tmp=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM

case $career in
/*) ;;
*) career=$PWD/$career ;;
esac
HOME=$tmp/home
LC_ALL=C.UTF-8
TERM=xterm
COLUMNS=80
SOURCE_DATE_EPOCH=1790000000 # in 2026
export HOME LC_ALL TERM COLUMNS SOURCE_DATE_EPOCH
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME CAREER_CATALOG \
	CAREER_PROFILE CAREER_DATA NO_COLOR LINES COLORFGBG
mkdir "$HOME"

passed=0
failed=0
skipped=0

ok() {
	echo "ok $1"
	passed=$((passed + 1))
}

not_ok() {
	echo "FAIL $1: $2"
	failed=$((failed + 1))
}

skip() {
	echo "skipped $1: $2"
	skipped=$((skipped + 1))
}

# ok when the command that was run last succeeded: verdict $? NAME WORDS
verdict() {
	if [ "$1" -eq 0 ]; then ok "$2"; else not_ok "$2" "$3"; fi
}

# same FILE GOLDEN: compares, or updates
same() {
	if [ -n "${UPDATE:-}" ]; then
		if [ -s "$1" ]; then cp "$1" "$2"; else rm -f "$2"; fi
	fi
	if [ -e "$2" ]; then
		cmp -s "$1" "$2" || { diff "$2" "$1" | head -n 20; return 1; }
	else
		[ ! -s "$1" ] || { head -n 20 "$1"; return 1; }
	fi
}

# compare NAME CODE: what stands in $tmp/out and $tmp/err against the golden files
compare() {
	for f in out err; do
		sed "s|$tmp|TMP|g; s|$PWD|SRC|g; s|damaged-[0-9]*T[0-9]*Z|damaged-NOW|g" "$tmp/$f" >"$tmp/$f.clean"
	done
	: >"$tmp/code.clean"
	[ "$2" -eq 0 ] || echo "$2" >"$tmp/code.clean"
	differs=
	for f in out err code; do
		same "$tmp/$f.clean" "$here/$1.$f" || differs="$differs $f"
	done
	if [ -z "$differs" ]; then ok "$1"; else not_ok "$1" "differs in$differs"; fi
}

# Variables for the next runs: NAME=VALUE, without blanks.
vars=

# run NAME ARGUMENT...
run() {
	name=$1
	shift
	# shellcheck disable=SC2086
	env $vars "$career" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
	compare "$name" $?
}

# on_terminal NAME COLUMNS ARGUMENT...: standard output and error are a terminal
on_terminal() {
	name=$1
	columns=$2
	shift 2
	if ! command -v script >/dev/null 2>&1; then
		skip "$name" 'there is no script(1)'
		return
	fi
	line=
	for a; do
		line="$line '$a'"
	done
	SHELL=/bin/sh script -qec "stty cols $columns; env $vars '$career'$line" /dev/null </dev/null >"$tmp/tty"
	status=$?
	tr -d '\r' <"$tmp/tty" >"$tmp/out"
	: >"$tmp/err"
	compare "$name" $status
}

# --- the catalog of the fixtures -----------------------------------------------------------------

packs='tests/fixtures/packs/guides tests/fixtures/packs/courses'
# shellcheck disable=SC2086
run build build -o "$tmp/small.db" $packs
if [ ! -s "$tmp/small.db" ]; then
	echo "$passed passed, $failed failed"
	exit 1
fi
# shellcheck disable=SC2086
run check check $packs
run check-alone check tests/fixtures/packs/courses
run check-meaning check tests/fixtures/broken/meaning
run check-form check tests/fixtures/broken/form
run check-absent check "$tmp/nothing"
run build-broken build -o "$tmp/small.db" tests/fixtures/broken/meaning
run build-nowhere build -o "$tmp/no/such/folder/a.db" tests/fixtures/packs/guides

vars=CAREER_DATA=tests/fixtures
run build-default build
run paths-home paths
vars=CAREER_DATA=$tmp/nothing
run build-no-packs build
vars=

# --- import --------------------------------------------------------------------------------------

run import-none import
run import-kind-alone import oews
run import-kind import oewss tests/cli/run.sh
run import-unknown import tests/cli/run.sh -o "$tmp/small.db"
run import-not-of-kind import esco tests/cli/run.sh
run import-absent import "$tmp/nothing.csv"
run import-misplaced roles --dry-run
run import-help import --help
cip=$tmp/crosswalk.csv
printf '%s\n' 'CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title' \
	'30.7001,"Data Science, General.",15-2051,Data Scientists' \
	'01.0000,"Agriculture, General.",99.9999,NO MATCH' >"$cip"
cp "$tmp/small.db" "$tmp/sets.db"
run import-dry import "$cip" -o "$tmp/sets.db" --dry-run
cmp -s "$tmp/small.db" "$tmp/sets.db"
verdict $? import-dry-changes-nothing 'the catalog was changed'
run import import "$cip" -o "$tmp/sets.db" --rejects "$tmp/rejected.tsv"
run import-sources sources --catalog "$tmp/sets.db" pack:import --columns key,title,release,rows,figures
# shellcheck disable=SC2086
"$career" build -o "$tmp/sets.db" $packs >"$tmp/out" 2>&1
run import-kept-by-build sources --catalog "$tmp/sets.db" pack:import --columns key,rows
printf '%s\n' 'CIP2020Code,CIP2020Title,SOC2018Code' '30.7001,"Data' >"$cip"
run import-cut import crosswalk "$cip" -o "$tmp/sets.db"

# --- get -----------------------------------------------------------------------------------------

# Nothing here asks the network: tests/tty/test_get.c does, on the loopback.
run get-list get
run get-imported get -o "$tmp/sets.db" --format csv
run get-unknown get onte
run get-by-hand get esco
run get-misplaced import x.csv --no-import
run get-help get --help
mkdir -p "$HOME/.config/career"
printf 'feeds:\n  mine:\n    titel: Mine\n' >"$HOME/.config/career/feeds.yaml"
run get-own-wrong get mine
rm -r "$HOME/.config"

CAREER_CATALOG=$tmp/small.db
export CAREER_CATALOG

# --- lists ---------------------------------------------------------------------------------------

for list in roles programs skills sources; do
	run "$list" "$list"
	run "$list-plain" "$list" --plain
done
for format in csv tsv json jsonl md; do
	run "programs-$format" programs --format $format
	run "roles-$format" roles --format $format
done
run programs-query programs award:master,certificate 'months<=24' --columns key,cost
run programs-words programs data science
run programs-minus programs -certificate data
run programs-phrase programs '-"data science"'
run programs-ends programs --columns key -- cost:any
run programs-sort programs --sort -cost --columns key,cost,currency
run programs-sort-query programs sort:-cost --columns key,cost,currency
run programs-limit programs --limit 2 --columns program
run programs-limit-none programs --limit 0 --columns program
run programs-columns programs --columns=price,length,role,confidence,school --format csv
run programs-none programs zebra
run programs-none-json programs zebra --format json
run roles-option-first --catalog "$tmp/small.db" --format csv roles --columns slug

# Occupations of imported sets come when they are asked for, and what is left out is said.
if [ -n "${CAREER_TEST_NATIONAL:-}" ]; then
	"$career" roles nurse --catalog "$CAREER_TEST_NATIONAL" --columns slug >"$tmp/out" 2>"$tmp/err"
	[ $? -eq 1 ] && grep -q '^+ [0-9]* occupations match: --occupations shows them$' "$tmp/err"
	verdict $? occupations-left-out "$(cat "$tmp/err")"
	"$career" roles nurse --occupations --catalog "$CAREER_TEST_NATIONAL" --columns slug >"$tmp/out" \
		2>"$tmp/err" && grep -qx registered-nurses "$tmp/out" && [ ! -s "$tmp/err" ]
	verdict $? occupations-shown "$(cat "$tmp/err")"
	[ "$("$career" roles --catalog "$CAREER_TEST_NATIONAL" --columns pack | grep -c import)" -eq 0 ]
	verdict $? occupations-none "the list has rows of the pack import"
	[ "$("$career" roles pack:import --catalog "$CAREER_TEST_NATIONAL" --columns pack | sort -u |
		grep -cv '^pack$')" -eq 1 ]
	verdict $? occupations-by-field "pack:import shows more or less than them"
else
	skip occupations "no national catalog"
fi
run skills-must skills 'must>=1'

# --- on a terminal -------------------------------------------------------------------------------

on_terminal tty-programs 80 programs
on_terminal tty-programs-wide 140 programs
on_terminal tty-programs-narrow 40 programs
on_terminal tty-roles 100 roles --color never
on_terminal tty-advice 80 programs 'cost<8k' months:12..24 --color never
on_terminal tty-nothing 80 programs 'cost<5' award:master --color never
on_terminal tty-limit 80 skills --limit 1 --ascii
on_terminal tty-show 60 show data-scientist
on_terminal tty-csv 80 skills --format csv
vars=NO_COLOR=1
on_terminal tty-no-color 80 skills
vars=TERM=dumb
on_terminal tty-dumb 80 skills
vars=

# --- pages ---------------------------------------------------------------------------------------

run show-role show machine-learning-engineer
run show-role-plain show machine-learning-engineer --plain
run show-role-level show machine-learning-engineer --level senior
run show-program show georgia-institute-of-technology/online-ms-in-computer-science-omscs/master
run show-program-plain show --plain \
	georgia-institute-of-technology/online-ms-in-computer-science-omscs/master
run show-skill show python
run show-source show guides/bouchrika-2026
run show-term show cip
run show-color show base --color always
run show-unknown show machine-learning-enginer
run show-level-of-skill show python --level mid

# --- compare -------------------------------------------------------------------------------------

omscs=georgia-institute-of-technology/online-ms-in-computer-science-omscs/master
harvard=harvard-extension-school/graduate-certificate-in-data-science/certificate
idaho=university-of-idaho/ms-in-psychology-human-factors/master
run compare-roles compare machine-learning-engineer data-scientist
run compare-roles-baseline compare data-scientist machine-learning-engineer --level mid \
	--baseline 'Machine Learning Engineer'
run compare-roles-plain compare data-scientist machine-learning-engineer --plain \
	--baseline data-scientist
run compare-programs compare $omscs $harvard $idaho
run compare-programs-all compare $omscs $harvard $idaho --all --baseline $harvard
run compare-csv compare $omscs $harvard --format csv --baseline $omscs
run compare-csv-all compare $omscs $harvard --format csv --all
run compare-tsv compare $harvard $omscs --format tsv
run compare-json compare $omscs $harvard --format json --baseline $harvard
run compare-jsonl compare $omscs $harvard --format jsonl
run compare-md compare machine-learning-engineer data-scientist --format md \
	--baseline data-scientist
run compare-none compare machine-learning-engineer data-scientits
run compare-plan compare machine-learning-engineer $omscs
run compare-plans compare $omscs $harvard $idaho machine-learning-engineer
run compare-plans-roles compare $omscs $harvard machine-learning-engineer data-scientist --all
run compare-plans-plain compare $omscs data-scientist machine-learning-engineer --plain --ascii
run compare-plans-csv compare $omscs $harvard data-scientist --format csv --baseline $harvard
run compare-plans-md compare $omscs+data-scientist $harvard+machine-learning-engineer --format md \
	--baseline machine-learning-engineer
run compare-plans-twice compare $omscs+data-scientist "$omscs+Data Scientist"
run compare-plans-which compare $omscs $harvard data-scientist --baseline data-scientist
run compare-role compare $omscs $harvard --role 'Data Scientist' --baseline-pay 80k --level mid
run compare-role-none compare $omscs $harvard --role python
run compare-pay-unsaid compare $omscs $harvard --role data-scientist --baseline-pay lots
run compare-twice compare data-scientist 'Data Scientist'
run compare-baseline-other compare machine-learning-engineer data-scientist --baseline python
run compare-baseline-unknown compare machine-learning-engineer data-scientist --baseline zzz
run compare-baseline-empty compare machine-learning-engineer data-scientist --baseline=
run compare-one compare data-scientist
run compare-misplaced roles --all
on_terminal tty-compare 60 compare machine-learning-engineer data-scientist --ascii --color never

# --- coverage ------------------------------------------------------------------------------------

run coverage-role coverage machine-learning-engineer
run coverage-title coverage 'Data Scientist' --format tsv
run coverage-csv coverage --format csv --limit 12
run coverage-json coverage machine-learning-engineer --format json --limit 7
run coverage-jsonl coverage --format jsonl --limit 3
run coverage-md coverage data-scientist --format md --limit 8
run coverage-plain coverage data-scientist --plain
run coverage-limit-none coverage --limit 0
run coverage-unknown coverage data-scientits
run coverage-no-role coverage python
on_terminal tty-coverage 70 coverage data-scientist --ascii --color never

# --- saved filters -------------------------------------------------------------------------------

if command -v script >/dev/null 2>&1; then
	printf '%s\n' 'screen programs' 'filter award:master sort:-cost' 'save dear' \
		'filter months<13' 'absent' 'save within a year' 'screen roles' 'filter data' \
		'save dear' 'quit!' >"$tmp/save.txt"
	SHELL=/bin/sh script -qec "'$career' --profile '$tmp/saved.db' --script '$tmp/save.txt'" \
		/dev/null </dev/null >/dev/null
	run saved programs --profile "$tmp/saved.db" --saved dear --columns school,program,cost
	run saved-and programs --profile "$tmp/saved.db" --saved dear --columns school,program,cost \
		mode:online sort:program
	run saved-absent programs --profile "$tmp/saved.db" --saved 'within a year' \
		--columns program,months
	run saved-roles roles --profile "$tmp/saved.db" --saved dear --columns slug
	run saved-unknown programs --profile "$tmp/saved.db" --saved daer
	names=1
else
	names=
	skip saved 'there is no script(1)'
fi
run saved-none programs --profile "$tmp/none.db" --saved dear

# --- questions -----------------------------------------------------------------------------------

run tour-list tour
run tour-list-json tour --format json
run tour-help tour --help
on_terminal tour-tty 100 tour --color never
run tour-unknown tour role-in-five-minute
run tour-step tour choosing-a-program 99
run tour-format tour choosing-a-program --format csv
run tour-script tour choosing-a-program --script x
run tour-many tour a b c
run tour-no-terminal tour choosing-a-program --guest

run start start
run start-plain start --plain
run start-role start --role data-scientist --level mid
run start-name start --role 'Data Scientist'
run start-unknown start --role data-scientits
run start-not-a-role start --role python
on_terminal tty-start 60 start --ascii --color never
if command -v script >/dev/null 2>&1; then
	printf '%s\n' 'role-is data-scientist' 'payback university-of-idaho/ms-in-psychology-human-factors/master' \
		'payback-set baseline 80k' 'quit!' >"$tmp/role.txt"
	SHELL=/bin/sh script -qec "'$career' --profile '$tmp/own.db' --script '$tmp/role.txt'" \
		/dev/null </dev/null >/dev/null
	run start-kept start --profile "$tmp/own.db"
	run start-guest start --profile "$tmp/own.db" --guest
else
	skip start-kept 'there is no script(1)'
fi

# --- places --------------------------------------------------------------------------------------

run paths paths
run paths-json paths --format json --guest --catalog other.db
vars='XDG_CONFIG_HOME=/x/config XDG_DATA_HOME=relative CAREER_PROFILE=/x/p.db'
run paths-env paths
vars=

# --- what was kept is taken back -------------------------------------------------------------------

run undo-nothing undo --profile "$tmp/undo.db"
run undo-list-nothing undo --list --profile "$tmp/undo.db"
for words in 'skills set python sql=partly' 'shortlist add data-scientist' 'tag data-scientist dream' \
	'skills set python=no'; do
	# shellcheck disable=SC2086
	"$career" $words --profile "$tmp/undo.db" >/dev/null 2>&1
done
"$career" profile export --profile "$tmp/undo.db" >"$tmp/undo.1"
run undo undo --profile "$tmp/undo.db"
run undo-one undo 2 --profile "$tmp/undo.db"
run undo-gone undo 2 --profile "$tmp/undo.db"
run undo-no-step undo tag --profile "$tmp/undo.db"
"$career" undo --list --format csv --profile "$tmp/undo.db" >"$tmp/all" 2>"$tmp/err"
code=$?
sed 's/20..-..-..T..:..:..Z/WHEN/' "$tmp/all" >"$tmp/out"
compare undo-list $code
run redo redo --profile "$tmp/undo.db"
run redo-again redo --profile "$tmp/undo.db"
run redo-nothing redo --profile "$tmp/undo.db"
"$career" profile export --profile "$tmp/undo.db" | cmp -s - "$tmp/undo.1"
verdict $? undo-redo-same 'the file is not as it was'
# What was changed once more since stays.
"$career" skills set statistics=want --profile "$tmp/undo.db" >/dev/null
"$career" profile export --profile "$tmp/undo.db" | sed 's/"want"/"learning"/' >"$tmp/undo.2"
"$career" profile import "$tmp/undo.2" --profile "$tmp/undo.db" >/dev/null
run undo-import undo --profile "$tmp/undo.db"
run undo-import-again redo --profile "$tmp/undo.db"
"$career" undo --list --format csv --profile "$tmp/undo.db" >"$tmp/all"
want=$(sed -n 's/,.*Statistics: want.*//p' "$tmp/all")
run undo-changed-since undo "$want" --profile "$tmp/undo.db"

# --- the person's own file -----------------------------------------------------------------------

own=$tmp/own/p.db
run profile-none profile --profile "$own"
cat >"$tmp/own.jsonl" <<'END'
{"career_profile":1}
{"table":"setting","name":"role","value":"data-scientist"}
{"table":"mark","list":"roles","key":"data-scientist","made":"2026-01-02T03:04:05Z"}
END
sed 's/"key"/"kay"/' "$tmp/own.jsonl" >"$tmp/wrong.jsonl"
run profile-import profile import "$tmp/own.jsonl" --profile "$own"
run profile-import-again profile import "$tmp/own.jsonl" --profile "$own"
run profile-import-wrong profile import "$tmp/wrong.jsonl" --profile "$own"
run profile-import-what profile import --profile "$own"
run profile-export profile export --profile "$own"
run profile-export-file profile export "$tmp/out.jsonl" --profile "$own"
cmp -s "$tmp/out.jsonl" "$tmp/own.jsonl"
verdict $? profile-export-same 'it is not what was imported'
run profile-export-there profile export "$tmp/out.jsonl" --profile "$own"
mv "$own".20*.bak "$own.copy.bak"
printf 'damaged' >"$own"
run profile-damaged profile export --profile "$own"
run profile-restore profile restore --profile "$own"
run profile-restore-whole profile restore --profile "$own"
run profile-restored profile export --profile "$own"
run profile-erase profile erase --profile "$own"
rm -f "$own".damaged-*
run profile-erase-yes profile erase --yes --profile "$own"
run profile-list profile list
env "$career" profile import "$tmp/own.jsonl" --profile anna >/dev/null
run profile-list-one profile list
run profile-unknown profile exprot
run profile-no-file profile show "$tmp/own.jsonl"
rm -rf "$tmp/home/.local"

# --- keys ----------------------------------------------------------------------------------------

run keys keys
"$career" keys --preset emacs --format jsonl >"$tmp/out" && grep -qF \
	'{"context": "panes", "key": "^S", "command": "search", "help": "filter as you type"}' "$tmp/out"
verdict $? keys-emacs-jsonl "$(head -n 3 "$tmp/out")"
run keys-check-good keys --check
for preset in default vi emacs; do
	"$career" keys --check --preset $preset >"$tmp/out" 2>"$tmp/err" && [ ! -s "$tmp/err" ]
	verdict $? "keys-check-$preset" "$(cat "$tmp/err")"
done
mkdir -p "$tmp/own/career"
cat >"$tmp/own/career/keymap.yaml" <<'END'
preset: vi
keys:
  list:
    F5: {run: sort-column, hint: 25, label: sort}
    s: none
  panes on data:
    Q: zoom
END
cat >"$tmp/collision.yaml" <<'END'
keys:
  list, page:
    F6: zoom
  list, chips:
    F6: copy
  panes:
    r: none
  choice:
    x: down
  list:
    ^I: zoom
END
cat >"$tmp/unknown.yaml" <<'END'
preset: vim
keys:
  lst:
    x: copy
  list:
    C-n: copy
    x: cpy
    Esc: none
END
run keys-check-collision keys --check "$tmp/collision.yaml"
run keys-check-unknown keys --check "$tmp/unknown.yaml"
run keys-unknown keys --check "$tmp/nothing.yaml"
run usage-keys-file keys "$tmp/own/career/keymap.yaml"
run usage-keys-preset keys --preset nano
vars="XDG_CONFIG_HOME=$tmp/own"
run keys-check-own keys --check
env $vars "$career" keys --format tsv | grep -F 'sort-column' >"$tmp/out"
[ "$(cut -f1,2 "$tmp/out")" = 'list	F5' ]
verdict $? keys-own "$(cat "$tmp/out")"
cat >"$tmp/own/career/themes.yaml" <<'END'
themes:
  mine:
    background: light
    like: dark
    roles:
      lnk: {color: rde, mono: plain}
END
run keys-check-themes keys --check
echo 'themes: {mine: {background: dark, like: dark}}' >"$tmp/own/career/themes.yaml"
run keys-check-both keys --check
echo 'theme: dakr' >"$tmp/own/career/config.yaml"
run theme-unknown keys
echo 'keys: emacs' >"$tmp/own/career/config.yaml"
rm "$tmp/own/career/keymap.yaml"
run keys-check-settings keys --check
vars=

# --- help and wrong usage ------------------------------------------------------------------------

run help --help
run help-verb help
run version --version
for verb in start roles programs skills sources show keys build check paths completion help; do
	run "help-$verb" "$verb" --help
done
run help-of-verb help show
run usage-verb rols
run usage-help-verb help progams
run usage-option programs --frmat csv
run usage-option-short show -x
run usage-value programs --format jsn
run usage-value-missing programs --limit
run usage-limit programs --limit ten
run usage-misplaced programs --level mid
run usage-build build --catalog x
run usage-too-few show
run usage-too-many show a b
run usage-columns programs --columns key,scool
run usage-sort programs --sort -cst
run usage-sort-key programs --sort key
run usage-plain programs --plain --format csv
run usage-field programs data awrd:master
run usage-query-value programs award:mastr
run usage-query-number programs 'cost<cheap'
run usage-hostile programs "$(printf 'x:\033[31mred')"
run usage-screen --plain
run screen-no-terminal --guest

# --- completion ----------------------------------------------------------------------------------

for shell in bash zsh fish; do
	run "completion-$shell" completion $shell
done
run usage-completion completion tcsh
bash -n "$here/completion-bash.out"
verdict $? completion-bash-parses 'bash finds errors'
for shell in zsh fish; do
	if command -v $shell >/dev/null 2>&1; then
		$shell -n "$here/completion-$shell.out"
		verdict $? completion-$shell-parses "$shell finds errors"
	else
		skip completion-$shell-parses "there is no $shell"
	fi
done

# complete NAME: what completes each line of standard input, which are words as sh reads them
complete() {
	name=$1
	: >"$tmp/all"
	: >"$tmp/allerr"
	status=0
	while read -r line; do
		eval "set -- $line"
		echo "> $line|"
		"$career" __complete words "$@" 2>>"$tmp/allerr" </dev/null || status=$?
	done >"$tmp/all"
	mv "$tmp/all" "$tmp/out"
	mv "$tmp/allerr" "$tmp/err"
	compare "complete-$name" $status
}

complete verbs <<'END'

s
zebra
roles zebra
rols x
help s
help show x
completion ''
completion bash ''
__complete words ''
END
[ -z "$names" ] || complete saved <<'END'
programs --profile "$tmp/saved.db" --saved ''
programs --profile "$tmp/saved.db" --saved=w
roles --profile "$tmp/saved.db" --saved ''
terms --profile "$tmp/saved.db" --saved ''
programs --profile "$tmp/none.db" --saved ''
END
complete options <<'END'
-
--c
programs --
programs --format csv --limit 3 --
programs -- --
show --l
show python ''
show python --p
paths ''
build -
build -o
help --
END
complete values <<'END'
programs --format ''
programs --format=js
roles --color a
show python --level s
programs --limit ''
programs --nosuch=x
programs --plain=
--catalog ''
roles --catalog=a
build -o ''
build -o new.db ''
build --output x
check ''
--script ''
--format csv ro
payback --flip job,t
END
complete sources <<'END'
roles --without ''
roles --source of
roles --without official,g
roles --without=official,guides/
roles --kind ''
roles --kind=official,p
terms --kind ''
END
complete import <<'END'
import ''
import o
import oews n
import ./x
import --
END
complete get <<'END'
get ''
get o
get onet u
get --no
END
complete tours <<'END'
tour ''
tour r
tour choosing-a-program ''
tour --fo
END
complete keys-and-themes <<'END'
--keys ''
--keys=e
--theme ''
--theme l
keys --preset ''
keys --check ''
keys --
END
complete columns <<'END'
programs --columns s
programs --columns=key,co
programs --columns cost,cost_basis,cost
programs --columns zebra,c
programs --sort co
programs --sort -co
programs --sort=cost,-mo
programs --sort -cost,co
programs --sort ke
skills --columns ''
--columns ''
show --columns a
END
complete query <<'END'
sources ''
terms -
programs st
programs -st
programs data co
programs award:
programs award:m
programs -award:m
programs award:master,
programs award:master,c
programs 'award:bootcamp st'
programs ST
programs STATE:c
programs state=i
programs zebra:
programs 'cost<'
programs cost:
programs sort:-co
programs '"st'
programs -- st
programs --format csv award:doc
programs "role:mach"
roles pay_l
roles pay_basis:
skills category:
sources kind:e
guide ki
terms te
END
# The query's quotes are not the shell's: what the shell took is given back.
complete quotes <<'END'
programs field:data
programs 'field:"data sc'
programs 'field:"data science",comp'
programs "field:data sc"
programs field:data\ sc
programs "-field:data sc"
programs "state:GA field:data"
programs 'state:GA field:"data sc'
programs "state:GA nu"
programs school:h
programs 'source:"other'
END
complete keys <<'END'
show ''
show ma
show MA
show georgia
show georgia-institute-of-technology/
show guides/b
show zebra
show zebra/x
compare ''
compare data-scientist ma
END
# Nothing is said, whatever is wrong with the catalog.
complete no-catalog <<END
programs --catalog $tmp/nothing.db state:
programs --catalog $tmp/nothing.db st
show --catalog=$tmp/nothing.db ma
show --catalog $tmp ''
show --catalog tests/cli/run.sh ''
END
# A shell does not say what "~" stands for.
mkdir "$HOME/data"
cp "$tmp/small.db" "$HOME/data/home.db"
CAREER_CATALOG=/nowhere
complete tilde <<'END'
show ''
show --catalog '~/data/home.db' ma
show --catalog='~/data/home.db' ma
END
CAREER_CATALOG=$tmp/small.db
rm -r "$HOME/data"

# complete_bash NAME: the same as bash asks: COMP_TYPE in front of the line, ^ where readline's part
# begins
complete_bash() {
	name=$1
	: >"$tmp/err"
	while read -r type line; do
		echo "> $type $line|"
		"$career" __complete bash "$type" 60 "${line%^*}${line##*^}" "${line##*^}" \
			2>>"$tmp/err" </dev/null
	done >"$tmp/out"
	compare "complete-bash-$name" 0
}

complete_bash insert <<'END'
9 career ^ro
9 career roles ^
9 career programs state:^G
9 career programs award=^m
9 career --catalog=^x
9 career programs --format=^js
9 career programs --columns key,^sch
9 career programs --columns ^key,sch
9 career programs field:^da
9 career programs field:^data\ sc
9 career programs field:\"^data\ sc
9 career programs field:"^data sc
9 career programs 'field:^da
9 career programs '^field:da
9 career programs '^field:"data sc
9 career programs "^field:da
9 career programs fi"eld":^da
9 career programs 'state:GA'\ ^fie
9 career programs 'it'\''s'^
9 career programs > ^x
9 career programs 2>^x
9 career programs >x ^sta
9 career programs 2>&1 ^sta
9 career programs cost<^2
9 career programs a"b"^
9 /usr/bin/career show ^mac
9 career
END
complete_bash list <<'END'
63 career ^s
63 career programs ^co
63 career programs field:^
63 career programs "^field:
33 career programs ^co
33 career programs field:^
64 career programs ^sta
37 career programs ^sta
63 career show ^ma
63 career programs --sort -^co
END

# fish tells what it would offer, so it needs no terminal.
if command -v fish >/dev/null 2>&1; then
	mkdir "$tmp/fish" "$tmp/fish/bin" "$tmp/fish/packs" "$tmp/fish/packs/one"
	: >"$tmp/fish/packs/other"
	ln -s "$career" "$tmp/fish/bin/career"
	while IFS='|' read -r line want; do
		(
			cd "$tmp/fish" || exit
			PATH=$tmp/fish/bin:$PATH
			export line PATH
			fish -c 'career completion fish | source; complete -C $line'
		) >"$tmp/out" 2>"$tmp/err"
		grep -q "$want" "$tmp/out"
		verdict $? "complete-fish ($line)" "$(cat "$tmp/out" "$tmp/err")"
	done <<-'END'
	career ro|^roles.*lists roles
	career programs --format ts|^tsv.*tab
	career programs --format=ts|tsv
	career programs --columns key,sch|school
	career programs award:boo|bootcamp
	career programs field:da|data.*science
	career programs "field:data sc|data.*science
	career show mach|^machine-learning-engineer.*Machine Learning Engineer
	career roles --catalog pac|packs/
	career check packs/o|one/
	END
else
	skip complete-fish 'there is no fish'
fi
for args in '' bash 'bash 9' 'bash x y z' 'bash 9 80 a b c' zebra 'bash 9 80 x career' 'words'; do
	# shellcheck disable=SC2086
	"$career" __complete $args >"$tmp/out" 2>"$tmp/err" </dev/null && [ ! -s "$tmp/err" ]
	verdict $? "complete-odd ($args)" "$(cat "$tmp/err")"
done

# --- sinks ---------------------------------------------------------------------------------------

# The reader has closed its end before the program starts.
mkfifo "$tmp/go"
for args in 'programs --format csv' 'show python' '--help' 'programs zebra'; do
	{
		read -r _ <"$tmp/go"
		# shellcheck disable=SC2086
		"$career" $args 2>"$tmp/err"
		echo $? >"$tmp/code"
		echo ended >"$tmp/go"
	} | {
		exec 0<&-
		echo go >"$tmp/go"
		read -r _ <"$tmp/go"
	}
	[ "$(cat "$tmp/code")" = 0 ] && [ ! -s "$tmp/err" ]
	verdict $? "closed-pipe ($args)" "code $(cat "$tmp/code"), $(cat "$tmp/err")"
done

if [ -c /dev/full ]; then
	for args in 'programs --format csv' 'show python' '--version'; do
		# shellcheck disable=SC2086
		"$career" $args >/dev/full 2>"$tmp/err"
		[ $? -eq 3 ] && grep -q 'cannot write to standard output' "$tmp/err"
		verdict $? "full-device ($args)" "$(cat "$tmp/err")"
	done
else
	skip full-device 'there is no /dev/full'
fi

"$career" programs >&- 2>"$tmp/err"
[ $? -eq 3 ] && grep -q 'cannot write to standard output' "$tmp/err"
verdict $? closed-output "$(cat "$tmp/err")"
"$career" rols 2>&- </dev/null >"$tmp/out"
[ $? -eq 2 ] && [ ! -s "$tmp/out" ]
verdict $? closed-error 'not code 2'
"$career" programs <&- >"$tmp/out" 2>"$tmp/err"
verdict $? closed-input "$(cat "$tmp/err")"

# --- locale --------------------------------------------------------------------------------------

# True when a file has only ASCII in it.
ascii() {
	[ "$(LC_ALL=C tr -d '\011\012\040-\176' <"$1" | wc -c)" -eq 0 ]
}

for args in 'show machine-learning-engineer' 'sources' 'roles --format md' 'roles --plain'; do
	# shellcheck disable=SC2086
	LC_ALL=C "$career" $args >"$tmp/out" 2>&1 && ascii "$tmp/out"
	verdict $? "locale-c ($args)" 'not ASCII'
	# shellcheck disable=SC2086
	"$career" $args --ascii >"$tmp/out2" 2>&1 && cmp -s "$tmp/out" "$tmp/out2"
	verdict $? "ascii ($args)" 'not as in the locale C'
done
for args in 'show univ' 'programs program:ms' 'roles '; do
	# shellcheck disable=SC2086
	LC_ALL=C "$career" __complete words $args >"$tmp/out" 2>&1 && ascii "$tmp/out"
	verdict $? "locale-c-complete ($args)" 'not ASCII'
done
if locale -a 2>/dev/null | grep -qix 'de_DE.utf-\?8'; then
	LC_ALL=de_DE.UTF-8 "$career" roles --format json >"$tmp/out" && cmp -s "$tmp/out" "$here/roles-json.out"
	verdict $? locale-comma 'numbers changed'
else
	skip locale-comma 'there is no de_DE.UTF-8'
fi

# --- catalogs that are not right -----------------------------------------------------------------

bad=$tmp/bad.db
cp "$tmp/small.db" "$tmp/copy.db"

# broken NAME: $bad is refused, or used, as the golden files say, and not touched
broken() {
	cp "$bad" "$tmp/before.db"
	run "catalog-$1" roles --catalog "$bad" --columns slug
	cmp -s "$bad" "$tmp/before.db"
	verdict $? "catalog-$1-untouched" 'the file was changed'
}

run catalog-absent roles --catalog "$tmp/nothing.db"
run catalog-folder roles --catalog "$tmp"
run catalog-device roles --catalog /dev/null
: >"$bad"
broken empty
echo 'no catalog' >"$bad"
broken text
head -c 4096 "$tmp/copy.db" >"$bad"
broken short
if command -v sqlite3 >/dev/null 2>&1; then
	rm "$bad"
	sqlite3 "$bad" 'CREATE TABLE t(x)'
	broken foreign
	cp "$tmp/copy.db" "$bad"
	sqlite3 "$bad" 'PRAGMA user_version = 99'
	broken newer
	cp "$tmp/copy.db" "$bad"
	sqlite3 "$bad" 'DROP TABLE frame_column'
	broken tables
	cp "$tmp/copy.db" "$bad"
	sqlite3 "$bad" "UPDATE frame_column SET codes = zeroblob(3) WHERE pos = 1"
	broken frame
	for format in json jsonl; do
		"$career" programs --format $format >"$tmp/out"
		[ $format = json ] || sed -i '1s/^/[/; $!s/$/,/; $s/$/]/' "$tmp/out"
		[ "$(sqlite3 :memory: "SELECT json_valid(readfile('$tmp/out'))")" = 1 ]
		verdict $? "valid-$format" 'not valid'
	done
else
	skip catalog-foreign 'there is no sqlite3'
fi
if [ "$(id -u)" -ne 0 ]; then
	cp "$tmp/copy.db" "$bad"
	chmod 000 "$bad"
	run catalog-unreadable roles --catalog "$bad"
	rm -f "$bad"
else
	skip catalog-unreadable 'root may read everything'
fi
mkdir "$tmp/media"
cp "$tmp/copy.db" "$tmp/media/catalog.db"
chmod 444 "$tmp/media/catalog.db"
chmod 555 "$tmp/media"
run catalog-read-only roles --catalog "$tmp/media/catalog.db" --columns slug
[ "$(ls "$tmp/media")" = catalog.db ]
verdict $? catalog-read-only-alone 'something was left beside it'
cmp -s "$tmp/small.db" "$tmp/copy.db"
verdict $? catalog-never-written 'the catalog was changed'

# --- hostile text --------------------------------------------------------------------------------

# True when a file has nothing in it that acts on a terminal.
harmless() {
	[ "$(LC_ALL=C tr -cd '\000-\010\013-\037\177' <"$1" | wc -c)" -eq 0 ] || return 1
	for p in '\302[\200-\237]' '\342\200[\213-\217\250-\256]' '\342\201[\240-\257]' '\357\273\277' \
		'\363[\240-\277]'; do
		# shellcheck disable=SC2059
		! LC_ALL=C grep -qa "$(printf "$p")" "$1" || return 1
	done
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1
}

payloads=../shared/hostile/generated-hostile-text/pack-escaped.yaml
if [ -r "$payloads" ]; then
	mkdir -p "$tmp/packs/hostile"
	printf 'pack:\n  pack: hostile\n  title: Hostile text\n' >"$tmp/packs/hostile/pack.yaml"
	awk 'BEGIN { print "roles:" }
	/^    title: "/ && !/\\x00/ { n++; sub(/^    title: "/, "\"x")
		printf "  - slug: h-%d\n    title: %s\n    kind: role\n    family: %s\n", n, $0, $0 }
	' "$payloads" >"$tmp/packs/hostile/roles.yaml"
	"$career" build -o "$tmp/hostile.db" "$tmp/packs/hostile" >"$tmp/out" 2>"$tmp/err"
	verdict $? hostile-build "$(head -n 3 "$tmp/err")"
	for args in 'roles' 'roles --format md' 'roles --plain' 'show h-3' 'show h-99 --plain' \
		'roles --format json' 'roles --format jsonl'; do
		# shellcheck disable=SC2086
		"$career" $args --catalog "$tmp/hostile.db" >"$tmp/out" 2>&1 && harmless "$tmp/out"
		verdict $? "hostile ($args)" 'lets through what it must not'
	done
	for args in 'words show h' 'words roles title:' 'words roles title:x' \
		'bash 63 80 career\ roles\ title: title:' 'bash 9 80 career\ roles\ title:x x'; do
		eval "CAREER_CATALOG=$tmp/hostile.db '$career' __complete $args" >"$tmp/out" 2>&1 &&
			[ -s "$tmp/out" ] && harmless "$tmp/out"
		verdict $? "hostile-complete ($args)" 'lets through what it must not'
	done
	if command -v script >/dev/null 2>&1; then
		for format in table csv tsv json jsonl md; do
			script -qec "'$career' roles --catalog '$tmp/hostile.db' --color never --format $format" \
				/dev/null </dev/null | tr -d '\r' >"$tmp/out"
			[ -s "$tmp/out" ] && harmless "$tmp/out"
			verdict $? "hostile-terminal ($format)" 'lets through what it must not'
		done
	fi
	if command -v sqlite3 >/dev/null 2>&1; then
		# Not one character is lost on the way into a file.
		"$career" roles --catalog "$tmp/hostile.db" --columns title --format json >"$tmp/out"
		[ "$(sqlite3 "$tmp/hostile.db" "SELECT count(*) FROM role WHERE title NOT IN
			(SELECT json_extract(value, '\$.title') FROM json_each(readfile('$tmp/out')))")" = 0 ]
		verdict $? hostile-json-kept 'texts differ'
	fi
else
	skip hostile "there is no $payloads"
fi

# --- the bundled packs ---------------------------------------------------------------------------

real=$tmp/real.db
"$career" build -o "$real" data/packs/* >"$tmp/out" 2>"$tmp/err"
verdict $? real-build "$(head -n 3 "$tmp/err")"
"$career" check data/packs/* >"$tmp/out" 2>"$tmp/err"
verdict $? real-check "$(head -n 3 "$tmp/err")"
CAREER_CATALOG=$real
for list in roles programs skills sources; do
	run "real-$list-header" "$list" --limit 0 --format csv
	"$career" "$list" --format jsonl >"$tmp/out" 2>"$tmp/err" && [ -s "$tmp/out" ] && [ ! -s "$tmp/err" ]
	verdict $? "real-$list" "$(cat "$tmp/err")"
	# The page of the first, the 11th, the 21st ... row.
	"$career" "$list" --format tsv | sed -n '2~10p' | cut -f1 >"$tmp/keys"
	pageless=
	while read -r key; do
		"$career" show "$key" >"$tmp/out" 2>"$tmp/err" && [ -s "$tmp/out" ] &&
			"$career" show "$key" --plain --ascii >"$tmp/out" 2>>"$tmp/err" &&
			[ -s "$tmp/out" ] && [ ! -s "$tmp/err" ] && ascii "$tmp/out" ||
			pageless="$pageless $key"
	done <"$tmp/keys"
	[ -z "$pageless" ] && [ -s "$tmp/keys" ]
	verdict $? "real-$list-pages" "no page of$pageless"
done
"$career" programs award:master 'cost<20k' months:12..24 --columns cost,currency,months,award \
	--format tsv >"$tmp/out"
[ "$(wc -l <"$tmp/out")" -gt 1 ] && awk -F '\t' 'NR > 1 && ($1 >= 20000 || $4 != "master") { bad = 1 }
	END { exit bad }' "$tmp/out"
verdict $? real-query "$(head -n 3 "$tmp/out")"
"$career" programs --sort cost --columns key >"$tmp/out"
"$career" programs sort:cost --columns key >"$tmp/out2"
cmp -s "$tmp/out" "$tmp/out2"
verdict $? real-sort 'the option and the query sort differently'

# Every contradiction that the rules find in them: each was held against the texts of the packs.
run conflicts conflicts
run conflicts-plain conflicts --plain
run conflicts-role conflicts machine-learning-engineer --format csv
run conflicts-title conflicts 'Data Scientist' --format json
run conflicts-jsonl conflicts --format jsonl --limit 2
run conflicts-tsv conflicts research-scientist --format tsv
run conflicts-md conflicts research-scientist --format md
run conflicts-none conflicts product-manager
run conflicts-unknown conflicts data-scientits
run conflicts-no-role conflicts python

# --- skills: what is missing, what is near -----------------------------------------------------

run gap gap machine-learning-engineer --have python,sql=partly,kubernetes=learning
run gap-plain gap data-scientist --have python --plain
run gap-csv gap research-scientist --format csv
run gap-from gap data-scientist --from machine-learning-engineer --format tsv
run gap-from-thin gap machine-learning-engineer --from data-analyst --plain
run gap-thin gap mlops-engineer --have python
run gap-without gap machine-learning-engineer --without ml/aigraduate-mle
run gap-unknown gap data-scientits
run gap-no-role gap python
run gap-have-unknown gap data-scientist --have pyton
run gap-have-how gap data-scientist --have python=well
run gap-have-role gap data-scientist --have data-analyst
run skills-set skills set python sql=partly kubernetes=learning@2 --profile "$tmp/skills.db"
run skills-set-kept skills set --profile "$tmp/skills.db"
run skills-set-json skills set --profile "$tmp/skills.db" --format json
run skills-set-wrong skills set docker python=well --profile "$tmp/skills.db"
run skills-set-level skills set docker@9 --profile "$tmp/skills.db"
run skills-set-unknown skills set docker pyton --profile "$tmp/skills.db"
run skills-set-role skills set data-analyst --profile "$tmp/skills.db"
run skills-set-no skills set sql=no --profile "$tmp/skills.db"
run skills-set-left skills set --profile "$tmp/skills.db" --format csv
run gap-kept gap machine-learning-engineer --profile "$tmp/skills.db" --format csv
run plan-nothing plan machine-learning-engineer --profile "$tmp/none.db"
run plan plan machine-learning-engineer --profile "$tmp/skills.db" --plain
run plan-json plan machine-learning-engineer --profile "$tmp/skills.db" --format json
run plan-no-role plan --guest
run plan-thin plan mlops-engineer --guest
run plan-unknown plan data-scientits --guest
run skills-mine-nothing skills mine --profile "$tmp/mine.db"
run skills-from skills from data-scientist --profile "$tmp/mine.db"
run skills-from-thin skills from data-analyst --profile "$tmp/mine.db" --plain
run skills-from-unknown skills from data-analist --profile "$tmp/mine.db"
run skills-from-usage skills from data-analyst some --profile "$tmp/mine.db"
run skills-set-python skills set python=partly reading-comprehension=no --profile "$tmp/mine.db"
run skills-set-partly skills set python=partly --profile "$tmp/mine.db"
run skills-from-all skills from data-scientist all --profile "$tmp/mine.db" --format csv
run skills-mine skills mine --profile "$tmp/mine.db"
run skills-mine-json skills mine --profile "$tmp/mine.db" --format json
run skills-mine-plain skills mine --profile "$tmp/mine.db" --plain
run skills-mine-usage skills mine --profile "$tmp/mine.db" all
run skills-from-none skills from none --profile "$tmp/mine.db"
run skills-mine-show show domain-expertise --profile "$tmp/mine.db"
run skills-mine-start start --profile "$tmp/mine.db" --role machine-learning-engineer
run routes routes machine-learning-engineer --guest
run routes-plain routes data-scientist --guest --plain
run routes-explain routes research-scientist --guest --explain
run routes-csv routes data-scientist --guest --format csv
run routes-kept routes machine-learning-engineer --profile "$tmp/skills.db"
run routes-without routes machine-learning-engineer --guest --without ml/aigraduate-mle
run routes-none routes actuaries --guest
run routes-skill routes mlops --guest
run routes-skill-role routes statistics --role data-scientist --guest
run routes-skill-none routes communication --guest --plain
run routes-skill-json routes mlops --guest --format json
run routes-which routes --guest
run routes-source routes ml/aigraduate-mle --guest
run routes-unknown routes data-scientits
run board board machine-learning-engineer mlops-engineer --profile "$tmp/skills.db"
run board-plain board data-scientist --profile "$tmp/skills.db" --plain
run board-csv board data-scientist --profile "$tmp/skills.db" --format csv
run board-md board data-scientist mlops-engineer --profile "$tmp/skills.db" --format md
run board-none board --guest
run board-unknown board data-scientits --guest
run near near machine-learning-engineer
run near-csv near data-scientist --format csv --limit 1
run near-thin near mlops-engineer --plain
run near-which near --guest
run near-no-role near python
run opens opens --have python,sql=partly --limit 4
run opens-plain opens --have python --limit 2 --plain
run opens-csv opens --have python,core-machine-learning,software-engineering --limit 3 --format csv
run opens-guest opens --guest --limit 1
run opens-kept opens --profile "$tmp/skills.db" --limit 1 --format json
run opens-none opens --limit 0 --guest
run opens-unknown opens --have pyton
run path path data-scientist machine-learning-engineer
run path-plain path machine-learning-engineer head-of-machine-learning --plain
run path-me path me machine-learning-engineer --have python,sql=partly,programming,core-machine-learning,model-building-and-validation
run path-far path data-analyst computer-vision-engineer --guest
run path-csv path data-scientist head-of-machine-learning --format csv
run path-months path machine-learning-engineer vp-of-ai --by months --format json
run path-there path data-scientist 'Data Scientist'
run path-by-word path data-scientist machine-learning-engineer --by luck
run path-one path data-scientist
run path-unknown path data-scientits machine-learning-engineer
run path-no-role path me python
run rank rank --guest
run rank-plain rank machine-learning-engineer data-scientist research-scientist --guest --plain
run rank-weights rank --weights pay=10,time=0 --level mid --guest --format csv
run rank-csv rank --format csv --limit 6 --guest
run rank-explain rank machine-learning-engineer data-scientist computer-vision-engineer --guest --explain --format json
run rank-parts rank machine-learning-engineer data-scientist computer-vision-engineer --guest --explain
run rank-kept rank --profile "$tmp/skills.db" --limit 2
run rank-keep rank weights pay=8 cost=2,fit=10 --profile "$tmp/skills.db"
run rank-keep-kept rank weights --profile "$tmp/skills.db" --format json
run rank-keep-wrong rank weights pay=8 cheese=2 --profile "$tmp/skills.db"
run rank-wrong rank --weights pay=11 --guest
run rank-no-role rank python --guest
run rank-one rank data-scientist --guest --plain

# --- what has changed, and a page to take home ---------------------------------------------------

# The price of a program and the musts of a role were others when they were put there; a role is gone since.
kept=$tmp/kept.db
cat >"$tmp/kept.jsonl" <<'EOT'
{"career_profile":1}
{"table":"setting","name":"role","value":"machine-learning-engineer"}
{"table":"skill_state","skill":"python","name":"Python","state":"have","level":-1,"changed":"2026-09-01T10:00:00Z"}
{"table":"skill_state","skill":"docker","name":"Docker","state":"learning","level":-1,"changed":"2026-09-01T10:00:00Z"}
{"table":"item","list":"roles","key":"machine-learning-engineer","title":"ML","position":1,"headline":"[{\"measure\":\"musts\",\"says\":\"1: Python\",\"low\":null,\"high\":null,\"unit\":\"\",\"source\":\"\"},{\"measure\":\"pay, first job\",\"says\":\"$120K-160K\",\"low\":120000,\"high\":160000,\"unit\":\"USD\",\"source\":\"\"}]","added":"2026-09-01T10:00:00Z"}
{"table":"item","list":"programs","key":"georgia-institute-of-technology/online-ms-in-computer-science-omscs/master","title":"OMSCS","position":2,"headline":"[{\"measure\":\"price per credit\",\"says\":\"$225\",\"low\":225,\"high\":225,\"unit\":\"USD\",\"source\":\"programs/unipaith\"}]","added":"2026-09-01T10:00:00Z"}
{"table":"item","list":"programs","key":"university-of-pennsylvania/wharton-mba/mba","title":"MBA","position":3,"headline":"[]","added":"2026-09-01T10:00:00Z"}
{"table":"item","list":"roles","key":"telegraph-operator","title":"Telegraph Operator","position":4,"headline":"[]","added":"2026-09-01T10:00:00Z"}
{"table":"note","list":"roles","key":"machine-learning-engineer","title":"ML","text":"Ask about <evenings> & weekends.\n\n# not a heading","changed":"2026-09-01T10:00:00Z"}
{"table":"tag","list":"roles","key":"machine-learning-engineer","title":"ML","tag":"dream"}
{"table":"looked","list":"skills","key":"python","title":"Python","n":3,"last":"2026-09-02T10:00:00Z"}
EOT
env "$career" profile import "$tmp/kept.jsonl" --profile "$kept" >/dev/null
run changes-none changes --profile "$tmp/no-kept.db"
run changes changes --profile "$kept"
run changes-plain changes --profile "$kept" --plain
run changes-json changes --profile "$kept" --format json
run changes-csv changes --profile "$kept" --format csv --source programs/other-directories
run changes-what changes acept --profile "$kept"
run handout handout --profile "$kept"
run handout-html handout data-scientist --profile "$kept" --format html
run handout-before --format md handout mlops-engineer --guest
run handout-md handout --profile "$kept" -o "$tmp/plan.md"
cp "$tmp/plan.md" "$tmp/out"
: >"$tmp/err"
compare handout-md-file 0
run handout-guest handout mlops-engineer --guest
run handout-ending handout --profile "$kept" -o "$tmp/plan.pdf"
run handout-format handout --profile "$kept" --format csv
run handout-unknown handout data-scientits --profile "$kept"
run handout-no-role handout python --profile "$kept"
env "$career" handout --full --profile "$kept" -o "$tmp/full.txt"
verdict $? handout-full 'it was not written'
for what in 'Ask about <evenings> & weekends.' 'tags: dream' 'What was looked at' 'Every figure' 'contradict'; do
	grep -q -- "$what" "$tmp/full.txt"
	verdict $? "handout-full-$(echo "$what" | cut -c1-4 | tr 'A-Z ' 'a-z-')" "it does not say '$what'"
done
# In print: one page, with something on it.
if command -v chromium >/dev/null 2>&1; then
	"$career" handout --profile "$kept" -o "$tmp/plan.html"
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/browser" --no-pdf-header-footer \
		--print-to-pdf="$tmp/plan.pdf" "$tmp/plan.html" >"$tmp/out" 2>&1 &&
		[ "$(grep -a -o '/Type /Page[^s]' "$tmp/plan.pdf" | wc -l)" -le 1 ] &&
		grep -a -q '/Count 1$' "$tmp/plan.pdf" && [ "$(wc -c <"$tmp/plan.pdf")" -gt 20000 ]
	verdict $? handout-print 'it is not one page'
else
	skip handout-print 'there is no chromium'
fi
run changes-accept changes accept --profile "$kept"
run changes-accepted changes --profile "$kept" --all
run changes-accept-guest changes accept --guest

# --- interests ------------------------------------------------------------------------------------

run interests-no-set interests --answer r1=4 --profile "$tmp/interests.db"
if [ -n "${CAREER_TEST_NATIONAL:-}" ]; then
	all=r1=1,r2=2,r3=2,r4=1,i1=5,i2=4,i3=5,i4=5,a1=2,a2=3,a3=1,a4=2,s1=3,s2=3,s3=4,s4=2
	all=$all,e1=2,e2=1,e3=3,e4=2,c1=4,c2=3,c3=5,c4=4
	like() {
		name=$1
		shift
		run "$name" interests "$@" --profile "$tmp/interests.db" --catalog "$CAREER_TEST_NATIONAL"
	}
	like interests-nothing
	like interests-some --answer r1=4,I1=5,a1=no --plain
	like interests-unknown --answer r1=2,q1=3
	like interests-wrong --answer r1=2,i1=6
	like interests-items items --format csv
	like interests --answer "$all"
	like interests-occupations --occupations --limit 3
	like interests-json --limit 3 --format json
	like interests-occupations-csv --occupations --limit 4 --format csv
	like interests-role data-scientist
	like interests-role-csv machine-learning-engineer --format csv
	like interests-role-none robotics-engineer --plain
	like interests-skill python
	like interests-reset --reset --answer c4=5
	like interests-guest --guest --answer "$all" data-scientist --ascii
else
	skip interests "no national catalog"
fi

# --- searches ----------------------------------------------------------------------------------------

find=$tmp/searches.db
run searches-none searches --profile "$find"
run searches-none-json searches --format json --guest
run searches-save searches save programs/cheap 'cost<20k' award:master --sort cost --profile "$find"
run searches-save-name searches save roles/'my pay' sort:-pay_high --profile "$find"
run searches-save-skills searches save skills/cheap category:cloud --profile "$find"
run searches-save-field searches save programs/x 'cots<2' --profile "$find"
run searches-save-sort searches save programs/x --sort prize --profile "$find"
run searches-save-list searches save cheap 'cost<1' --profile "$find"
run searches-save-empty searches save programs/ 'cost<1' --profile "$find"
run searches searches --profile "$find"
run searches-list searches list roles --profile "$find" --format jsonl
run searches-list-unknown searches list cheap --profile "$find"
run searches-run searches run programs/cheap mode:online --columns key,cost --profile "$find" --format csv
run searches-run-name searches run 'my pay' --limit 2 --columns slug,pay_high --profile "$find"
run searches-run-two searches run cheap --profile "$find"
run searches-run-unknown searches run dear --profile "$find"
run searches-run-nothing searches run
run searches-replace searches save programs/cheap -award:mooc --profile "$find"
run searches-forget searches forget skills/cheap --profile "$find"
run searches-forget-again searches forget skills/cheap --profile "$find"
run searches-undo undo --profile "$find"
run searches-left searches --profile "$find" --format csv
run searches-word searches sing

# --- shortlist, notes, tags, what was looked at --------------------------------------------------

shelf=$tmp/shelf.db
cat >"$tmp/shelf.jsonl" <<'EOT'
{"career_profile":1}
{"table":"item","list":"roles","key":"data-scientist","title":"Data Scientist","position":1,"headline":"[]","added":"2026-11-02T10:00:00Z"}
{"table":"item","list":"roles","key":"telegraph-operator","title":"Telegraph\u001b[31m Operator","position":2,"headline":"[]","added":"2026-11-03T10:00:00Z"}
{"table":"item","list":"skills","key":"python","title":"Python","position":3,"headline":"[]","added":"2026-11-04T10:00:00Z"}
{"table":"note","list":"roles","key":"data-scientist","title":"Data Scientist","text":"# Ask Anna\n\nabout the night shifts","changed":"2026-11-02T11:00:00Z"}
{"table":"tag","list":"skills","key":"python","title":"Python","tag":"evenings"}
{"table":"looked","list":"roles","key":"data-scientist","title":"Data Scientist","n":3,"last":"2026-11-04T11:00:00.000Z"}
{"table":"looked","list":"skills","key":"sql","title":"SQL","n":1,"last":"2026-11-04T12:00:00.000Z"}
EOT
run shortlist-none shortlist --profile "$tmp/no-shelf.db"
env "$career" profile import "$tmp/shelf.jsonl" --profile "$shelf" >/dev/null
run shortlist shortlist --profile "$shelf"
run shortlist-plain shortlist --profile "$shelf" --plain
run shortlist-move shortlist move skills/python 1 --profile "$shelf"
run shortlist-json shortlist --profile "$shelf" --format json
run shortlist-add shortlist add data-analyst 'georgia-institute-of-technology/online-ms-in-computer-science-omscs/master' --profile "$shelf"
run shortlist-add-unknown shortlist add sql data-scientits --profile "$shelf"
run shortlist-add-gone shortlist add telegraph-operator --profile "$shelf"
run shortlist-add-source shortlist add ml/bouchrika-2026 --profile "$shelf"
run shortlist-drop shortlist drop telegraph-operator data-analyst --profile "$shelf"
run shortlist-drop-again shortlist drop data-analyst --profile "$shelf"
run shortlist-drop-which shortlist drop --profile "$shelf"
run shortlist-what shortlist look python --profile "$shelf"
run shortlist-where shortlist move python first --profile "$shelf"
run note note data-scientist --profile "$shelf"
run note-none note sql --profile "$shelf"
run note-set note sql 'one line' --profile "$shelf"
printf 'two\nlines\n\n' | env "$career" note data-analyst - --profile "$shelf" >/dev/null
printf 'a\000b' | env "$career" note data-analyst - --profile "$shelf" >"$tmp/out" 2>"$tmp/err"
compare note-nul $?
printf 'a\377b' | env "$career" note data-analyst - --profile "$shelf" >"$tmp/out" 2>"$tmp/err"
compare note-bytes $?
head -c 70000 /dev/zero | tr '\0' a | env "$career" note data-analyst - --profile "$shelf" >"$tmp/out" 2>"$tmp/err"
compare note-long $?
run note-lines note data-analyst --profile "$shelf"
run note-forget note data-analyst '' --profile "$shelf"
run tag-set tag data-scientist dream '#evenings' --profile "$shelf"
run tag tag --profile "$shelf"
run tag-off tag data-scientist -evenings --profile "$shelf"
run tag-one tag data-scientist --profile "$shelf" --format json
run tag-wrong tag data-scientist 'two words' --profile "$shelf"
run looked looked --profile "$shelf"
run looked-limit looked --profile "$shelf" --limit 1 --format json
run conflicts-limit-none conflicts --limit 0
run conflicts-misplaced conflicts --sort about
on_terminal tty-conflicts 80 conflicts --ascii --color never
on_terminal tty-conflicts-role 40 conflicts data-scientist --ascii --color never
on_terminal tty-conflicts-none 80 conflicts product-manager --ascii --color never
on_terminal tty-conflicts-plain 80 conflicts research-scientist --ascii --plain
on_terminal tty-conflicts-table 80 conflicts research-scientist --ascii --color never --format table

# --- growth ---------------------------------------------------------------------------------------

run growth growth machine-learning-engineer
run growth-plain growth machine-learning-engineer --plain
run growth-without growth machine-learning-engineer --without official --ascii
run growth-explain growth data-scientist --explain
run growth-csv growth machine-learning-engineer --format csv
run growth-json growth machine-learning-engineer --format json --limit 5
run growth-none growth product-manager --format csv
run growth-unknown growth data-scientits
run growth-no-role growth python
run growth-limit growth data-scientist --limit 3
run growth-explain-csv growth data-scientist --explain --format csv
run growth-misplaced growth data-scientist --level mid
on_terminal tty-growth 80 growth data-scientist --ascii --color never
on_terminal tty-growth-table 100 growth machine-learning-engineer --format table --color never

# --- what if --------------------------------------------------------------------------------------

run what-if pay machine-learning-engineer --what-if industry,experience
run what-if-plain pay machine-learning-engineer --what-if place@aigraduate-ml --level senior --plain
run what-if-show show machine-learning-engineer --what-if industry
run what-if-nearest pay machine-learning-engineer --what-if industri
run what-if-several pay machine-learning-engineer --what-if place
run what-if-no-number pay machine-learning-engineer --what-if responsibility@bouchrika-2026-2
run what-if-one-kind pay machine-learning-engineer --what-if place@aigraduate-ml,place@aigraduate-mle
run what-if-off pay machine-learning-engineer --what-if industry --without bouchrika-2026
run what-if-no-role show python --what-if industry

# --- pay -----------------------------------------------------------------------------------------

run pay pay machine-learning-engineer
run pay-plain pay 'Data Scientist' --plain
run pay-level pay machine-learning-engineer --level senior
run pay-cells pay data-scientist --cells
run pay-cells-plain pay machine-learning-engineer --cells --level entry --plain
run pay-place pay machine-learning-engineer --place san
run pay-place-none pay machine-learning-engineer --place none --basis base --level entry
run pay-employer pay machine-learning-engineer --employer faang --explain
run pay-without pay machine-learning-engineer --without official,postings --level entry
run pay-csv pay machine-learning-engineer --format csv
run pay-tsv pay machine-learning-engineer --basis total --format tsv
run pay-json pay machine-learning-engineer --level mid --format json --limit 3
run pay-jsonl pay research-scientist --employer big --format jsonl
run pay-md pay data-analyst --format md --limit 4
run pay-format-nothing pay machine-learning-engineer --place paris --format csv
run pay-nothing pay machine-learning-engineer --place paris
run pay-unknown pay data-scientits
run pay-no-role pay python
run pay-basis-word pay data-scientist --basis bonus
run pay-limit pay data-scientist --limit 3
run pay-cells-csv pay data-scientist --cells --format csv
run pay-misplaced roles --employer big
on_terminal tty-pay 100 pay data-scientist --ascii --color never
on_terminal tty-pay-table 100 pay data-scientist --format table --color never

# --- payback -------------------------------------------------------------------------------------

wharton=university-of-pennsylvania/wharton-mba/mba
sydney=university-of-sydney/master-of-data-science/master
mle=machine-learning-engineer
run payback payback $wharton $mle
run payback-baseline payback $mle $wharton --baseline data-analyst --aid 20k --rate 5% --years 15
run payback-explain payback $omscs data-scientist --level mid --explain
run payback-plain payback $wharton $mle --baseline 80000 --plain
run payback-foreign payback $sydney $mle
run payback-dollars payback $sydney $mle --cost 54000 --kind postings
run payback-flip payback $wharton --role $mle --flip yearly,job --what-if industry --ascii
run payback-csv payback $wharton $mle --baseline 80k --source bouchrika-2026,ai-jobs-2024 --format csv
run payback-json payback $idaho data-analyst --pay 90000 --tax 20 --living 1.5k --format json
run payback-no-program payback $mle data-scientist
run payback-no-role payback $wharton --role $omscs
run payback-unknown payback whartn $mle
run payback-number payback $wharton $mle --rate much
run payback-too-much payback $wharton $mle --months 900
run payback-flip-unknown payback $wharton $mle --flip jobs
run payback-source-unknown payback $wharton $mle --source bouchrika-2025
run payback-baseline-unknown payback $wharton $mle --baseline astronaut
run payback-what-if-unknown payback $wharton $mle --what-if luck
on_terminal tty-payback 60 payback $wharton $mle --ascii --color never

# --- plans ---------------------------------------------------------------------------------------

run plans plans 'cost<20k months<=24 mode:online pay>=120k payback<5'
run plans-plain plans role:data-scientist award:master --limit 3 --plain
run plans-role plans role:machine-learning-engineer award:master --limit 4 --ascii
run plans-baseline plans role:data-analyst award:master --baseline 60k --limit 2
run plans-best plans mode:online --best program --limit 3
run plans-csv plans role:data-scientist 'cost<12k' award:master --format csv
run plans-json plans role:data-scientist 'cost<12k' award:master --format json --limit 1
run plans-cut plans mode:online --format tsv --limit 2
run plans-sort plans award:master --sort -pay,cost --format tsv --limit 3
run plans-none plans role:data-scientist 'cost<1'
run plans-no-role plans role:data-scientits
run plans-no-field plans 'cots<20k'
run plans-no-sort plans --sort key
run plans-no-amount plans --baseline much
run plans-misplaced plans --columns cost
run plans-without plans role:data-scientist award:master --without editorial --limit 2
run help-plans plans --help
on_terminal tty-plans 60 plans role:data-scientist award:master --limit 2 --ascii --color never

# --- pictures ------------------------------------------------------------------------------------

run picture-programs picture programs
run picture-plain picture programs award:master --plain
run picture-spread picture programs --x cost --ascii
run picture-braille picture programs --x months --y cost --braille
run picture-csv picture programs --x months --y cost --format csv
run picture-bars picture programs mode:online --x cost --format jsonl
run picture-roles picture roles --x growth --y pay_high --format md
run picture-spread-plain picture skills --x must --plain
run picture-nothing picture programs --x debt --y earnings
run picture-no-list picture progams
run picture-no-field picture programs --x costt
run picture-no-number picture programs --x school
run picture-y-alone picture programs --y cost
run picture-no-numbers picture guide
run picture-query picture programs 'cost<<'
run picture-misplaced programs --x cost
run picture-kind picture programs --without editorial
on_terminal tty-picture 60 picture programs --ascii --color never

# --- without some sources --------------------------------------------------------------------------

run without-roles roles --without aigraduate.org --columns slug,pay_low,pay_high,pay_publishers --limit 3
run without-sources sources career --without 'guide 2025' --columns key,on
run without-conflicts conflicts --source 'guide 2025,bouchrika-2026' --plain
run without-none-left conflicts --kind official
run without-coverage coverage data-analyst --kind official,postings
# Every page says in its last line what is left out.
for page in 'show data-analyst' start 'compare data-scientist data-analyst'; do
	# shellcheck disable=SC2086
	for choice in '--without aigraduate.org' '--kind official,postings --plain --ascii'; do
		"$career" $page $choice | tail -n 2
	done
done >"$tmp/out" 2>"$tmp/err"
compare without-pages 0
run without-find find kaggle --without ml/aigraduate-mle
run without-unknown roles --without gide-2025
run without-kind-unknown programs --kind offical
run without-nobody roles --source ,
run without-all roles --without official,survey,postings,editorial
on_terminal tty-without 80 roles --without aigraduate.org --limit 2 --ascii --color never
on_terminal tty-without-only 80 conflicts --source 'guide 2025' --ascii --color never

if [ $skipped -gt 0 ]; then
	echo "$passed passed, $failed failed, $skipped skipped"
else
	echo "$passed passed, $failed failed"
fi
[ $failed -eq 0 ]
