#!/usr/bin/env bash
# A whole trial against a running demonstration: from a protocol folder to a blinded dataset on your disk.
#
#   deploy/walkthrough.sh [BASE_URL]          BASE_URL is http://localhost:8080 where it is left out
#
# It is the worked example of the API: each step is one or two requests, as you would send them yourself.
# Every field of every request and answer is described at BASE_URL/openapi.
#
# Needs bash, curl, zip, unzip, sha256sum and the usual sed, grep, awk, date. Needs a server in demo mode: the steps
# say what day it is in the trial (header Demo-Time), so that 28 days of diary take seconds. Ends with a status other
# than 0, and with what the server said, at the first answer that is not the one expected.
set -euo pipefail

BASE=${1:-http://localhost:8080}
BASE=${BASE%/}
PASSWORD=demonstration
HERE=$(cd "$(dirname "$0")/.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

SUFFIX=$(date +%s)
STUDY=walkthrough-$SUFFIX
API=$BASE/api/studies/$STUDY

# --- How to ask --------------------------------------------------------------------------------------------------

# send STATUS TOKEN METHOD ADDRESS [more for curl]: prints the answer if its status is the one expected.
send() {
    local expected=$1 token=$2 method=$3 address=$4
    shift 4
    status=$(curl -sS -o "$WORK/answer" -w '%{http_code}' -X "$method" "$address" \
        -H "Authorization: Bearer $token" -H "Demo-Time: $(time_of_trial)" -H 'Accept: application/json' "$@")
    expect "$expected" "$status" "$method $address"
}

# expect STATUS ANSWERED REQUEST: prints the answer, or ends with it.
expect() {
    if [ "$1" != "$2" ]; then
        printf '\n%s answered %s where %s was expected:\n%s\n' "$3" "$2" "$1" "$(cat "$WORK/answer")" >&2
        exit 1
    fi
    cat "$WORK/answer"
}

# json STATUS TOKEN METHOD ADDRESS BODY: the same with a JSON body.
json() { send "$1" "$2" "$3" "$4" -H 'Content-Type: application/json' -d "$5"; }

# field NAME: the text of a field of the JSON on standard input.
field() { sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p'; }

# token NAME PASSWORD: a bearer token for a day. The one address that takes a name and a password.
token() {
    status=$(curl -sS -o "$WORK/answer" -w '%{http_code}' -u "$1:$2" "$BASE/api/tokens" \
        -H 'Content-Type: application/json' -d '{"label": "walkthrough", "days": 1}')
    expect 201 "$status" "POST $BASE/api/tokens" | field token
}

uuid() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n' | sed -E 's/(.{8})(.{4}).(.{3}).(.{3})(.{12})/\1-\2-4\3-8\4-\5/'; }

# The days of the trial count from day 0, 60 days ago; time_of_trial is the hour of the day it is in the trial now.
DAY=0 HOUR=09
day() { # day N: the date of day N
    local seconds=$((SUFFIX + ($1 - 60) * 86400))
    date -u -d "@$seconds" +%F 2>/dev/null || date -u -r "$seconds" +%F
}
time_of_trial() { echo "$(day "$DAY")T$HOUR:00:00Z"; }

STEP=0
step() { STEP=$((STEP + 1)) && printf '%2d  %-46s ' "$STEP" "$1"; }
done_with() { printf '%s\n' "$*"; }

# --- What is filled in -------------------------------------------------------------------------------------------

# answered TASK ANSWERS: the body of a response.
answered() { printf '{"task": "%s", "language": "nl", "zone": "Europe/Amsterdam", "answers": {%s}}' "$1" "$2"; }

# all VALUE NAME...: the same answer to several questions.
all() {
    local value=$1 separator='' name
    shift
    for name in "$@"; do printf '%s"%s": %s' "$separator" "$name" "$value" && separator=', '; done
}

SCREENING='"age_years": 41, "sex": "female", "aura_status": "none", "migraine_onset_age": 19,
    "screening_mmd_recall_3mo": 9, "opioid_or_barbiturate_days_per28": 0, "antibiotic_days_last_28": 0,
    "diet_special_current": "none", "weight_loss_pct_last_6mo": 0,
    '$(all true migraine_ichd3_confirmed smartphone_or_web dutch_or_english willing_all_three_arms)',
    '$(all false headache_other_daily preventive_use cgrp_mab_started_last_90d onabot_last_112d_unstable coeliac ibd \
    gi_resection bowel_obstruction_history eating_disorder_history_5y pregnant lactating pregnancy_wish_6mo \
    immunosuppressed central_line short_bowel acute_pancreatitis_history probiotic_use_last_28 \
    prebiotic_supplement_last_28 anaphylaxis_food mcas_diagnosed suicide_attempt_12mo psychotropic_change_last_56d \
    psychotropic_taper_planned fmt_last_12mo investigational_product_last_30d alarm_symptoms)

QUIET_DAY='"headache": false, "acute_medication": false, "aura": false'
MIGRAINE_DAY='"headache": true, "hp_duration_h": 9.5, "hp_severity": "2", "hp_nrs": 6, "hp_unilateral": true, "hp_pulsating": true,
    "hp_aggravated": true, "nausea": "1", "vomiting": false, "photophobia": true, "phonophobia": true,
    "acute_medication": true, "acute_classes": ["triptan"], "aura": false'

PHQ_9=$(all '"1"' phq9_01 phq9_02 phq9_03 phq9_04 phq9_05 phq9_06 phq9_07 phq9_08),' "phq9_09": "0", "phq9_10": "1"'
GAD_7=$(all '"1"' gad7_01 gad7_02 gad7_03 gad7_04 gad7_05 gad7_06 gad7_07)

MEASUREMENTS='"weight_kg": 68.5, "height_cm": 172'
MEDAS='"medas_oo_main": false, "medas_oo_tbsp": 1, "medas_veg": 1, "medas_fruit": 1, "medas_meat": 2, "medas_butter": 2,
    "medas_soda": 2, "medas_wine": 0, "medas_legumes": 1, "medas_fish": 1, "medas_sweets": 4, "medas_nuts": 1,
    "medas_white": false, "medas_sofrito": 1'
CHANGES='"chg_antibiotic_days": 0, '$(all false chg_preventive chg_psychotropic chg_withdrawal chg_other_diet)

# --- The study ---------------------------------------------------------------------------------------------------

echo "A trial on $BASE, from protocol to blinded dataset"

step "Administrator signs in for a token"
ADMINISTRATOR=$(token administrator "$PASSWORD")
done_with "ok"

step "Publish a copy of the flagship study"
cp -r "$HERE/study-protocols/gutbrain-migraine-3arm" "$WORK/$STUDY"
sed -i.before "s/^id: .*/id: $STUDY/" "$WORK/$STUDY/study.yaml" && rm "$WORK/$STUDY/study.yaml.before"
(cd "$WORK" && zip -qr study.zip "$STUDY")
send 201 "$ADMINISTRATOR" POST "$BASE/api/studies" -H 'Content-Type: application/zip' \
    --data-binary "@$WORK/study.zip" > "$WORK/study.json"
done_with "$STUDY, hash $(field hash < "$WORK/study.json" | cut -c1-16)…"

# invited ROLE SITE: invites somebody, who chooses a password and gets a token.
invited() {
    local name=$1-$SUFFIX invitation
    invitation=$(json 201 "$ADMINISTRATOR" POST "$BASE/api/people" \
        '{"signIn": "'"$name"'", "name": "Walkthrough '"$1"'", "language": "en",
          "grants": [{"role": "'"$1"'", "study": "'"$STUDY"'", "site": "'"$2"'"}]}' | field invitation)
    accept "$invitation" > /dev/null
    token "$name" "$PASSWORD-$SUFFIX"
}
# accept INVITATION: chooses a password. Who accepts has no token yet.
accept() {
    status=$(curl -sS -o "$WORK/answer" -w '%{http_code}' "$BASE/api/invitations" \
        -H 'Content-Type: application/json' -d '{"token": "'"$1"'", "password": "'"$PASSWORD-$SUFFIX"'"}')
    expect 200 "$status" "POST $BASE/api/invitations"
}

step "Statistician simulates it, tries it on a list"
STATISTICIAN=$(invited statistician '*')
SIMULATION=$API/simulations/$(json 202 "$STATISTICIAN" POST "$API/simulations" '{"trials": 200}' | field id)
until [ "$(send 200 "$STATISTICIAN" GET "$SIMULATION" | field state)" = done ]; do sleep 1; done
send 201 "$STATISTICIAN" POST "$API/go-live/dry-runs" > /dev/null
done_with "passed"

step "Two people approve that the study opens"
for approver in "$STATISTICIAN" "$ADMINISTRATOR"; do
    json 200 "$approver" POST "$API/go-live/approvals" '{"reference": "Letter of the ethics committee"}' > /dev/null
done
done_with "ok"

step "Activate it: the seed is drawn and sealed"
COMMITMENT=$(send 200 "$ADMINISTRATOR" POST "$API/activation" | field commitment)
done_with "commitment $COMMITMENT"

step "Invite a coordinator, an auditor"
COORDINATOR=$(invited coordinator leiden)
AUDITOR=$(invited auditor '*')
done_with "each chose a password"

# --- The participant ---------------------------------------------------------------------------------------------

step "Day 0: screen somebody in Leiden"
CODE=$(json 201 "$COORDINATOR" POST "$API/participants" '{"site": "leiden"}' | field code)
PARTICIPANT=$API/participants/$CODE
done_with "$CODE"

# fill_in STATUS TOKEN TASK ANSWERS: hands in a response under an id of its own.
fill_in() { json "$1" "$2" PUT "$PARTICIPANT/responses/$(uuid)" "$(answered "$3" "$4")"; }

step "Record the signed consent"
json 200 "$COORDINATOR" PUT "$PARTICIPANT/consent" '{"documentVersion": "0.3", "language": "nl",
    "signedOn": "'"$(day 0)"'", "answers": {'"$(all true take_part use_of_data inform_gp contact_later laboratory)"'}}' \
    > "$WORK/participant.json"
done_with "stage $(field stage < "$WORK/participant.json")"

step "Screening interview and measurements"
fill_in 201 "$COORDINATOR" SCR/screening "$SCREENING" > /dev/null
fill_in 201 "$COORDINATOR" SCR/measurements "$MEASUREMENTS" > /dev/null
fill_in 201 "$COORDINATOR" SCR/medas-14 "$MEDAS" > /dev/null
for FORM in history ibs-checklist; do fill_in 201 "$COORDINATOR" "SCR/$FORM" '' > /dev/null; done
done_with "5 forms, the last two with every question left open"

step "Enrol: the name goes into the vault"
LINK=$(json 201 "$COORDINATOR" POST "$PARTICIPANT/enrolment" '{"name": "Synthetic Person",
    "email": "person@example.org", "phone": "+31 6 1234 5678", "birthDate": "1985-03-14", "language": "nl"}' \
    | field link)
NAME=$(send 200 "$COORDINATOR" GET "$PARTICIPANT/identity" | field name)
done_with "$NAME, known to the site only"

step "Participant opens the personal link"
PIN=73915
status=$(curl -sS -o "$WORK/answer" -w '%{http_code}' "$BASE/api/links/pin" \
    -H 'Content-Type: application/json' -d '{"token": "'"${LINK##*/}"'", "pin": "'"$PIN"'"}')
expect 204 "$status" "POST $BASE/api/links/pin"
SELF=$(token "${LINK##*/}" "$PIN")
done_with "chose a PIN"

step "Randomise now? Every gate must be open"
send 409 "$COORDINATOR" POST "$PARTICIPANT/randomisation" -H "Idempotency-Key: $CODE-$SUFFIX" > /dev/null
done_with "409, refused"

step "Days 0 to 27: the diary before the draw"
HOUR=19
for ((DAY = 0; DAY < 28; DAY++)); do
    if ((DAY % 3 == 0)); then ANSWERS=$MIGRAINE_DAY; else ANSWERS=$QUIET_DAY; fi
    fill_in 201 "$SELF" "diary/$(day "$DAY")" "$ANSWERS" > /dev/null
done
HOUR=09
done_with "28 days, 10 with migraine"

step "Day 28: everything before the draw"
fill_in 201 "$COORDINATOR" V1/changes "$CHANGES" > /dev/null
fill_in 201 "$COORDINATOR" V1/measurements "$MEASUREMENTS" > /dev/null
fill_in 201 "$SELF" V1/phq-9 "$PHQ_9" > "$WORK/phq-9.json"
fill_in 201 "$SELF" V1/gad-7 "$GAD_7" > /dev/null
fill_in 201 "$SELF" V1/medas-14 "$MEDAS" > /dev/null
fill_in 201 "$SELF" V1/expectations '"expect_preference": "none"' > /dev/null
for FORM in phq-15 diet-plan; do fill_in 201 "$SELF" "V1/$FORM" '' > /dev/null; done
if grep -q '"scores"' "$WORK/phq-9.json"; then echo "a participant was shown a score" >&2 && exit 1; fi
done_with "taken in; no score shown to the participant"

step "Eligibility, criterion by criterion"
send 200 "$COORDINATOR" GET "$PARTICIPANT/eligibility" > "$WORK/eligibility.json"
grep -q '"eligible":true' "$WORK/eligibility.json"
done_with "$(grep -o '"verdict":"met"' "$WORK/eligibility.json" | wc -l | tr -d ' ') met, eligible"

step "Randomise, and send the same request again"
send 200 "$COORDINATOR" POST "$PARTICIPANT/randomisation" -H "Idempotency-Key: $CODE-$SUFFIX" > "$WORK/once.json"
send 200 "$COORDINATOR" POST "$PARTICIPANT/randomisation" -H "Idempotency-Key: $CODE-$SUFFIX" > "$WORK/twice.json"
cmp "$WORK/once.json" "$WORK/twice.json"
done_with "the same answer twice: $(cat "$WORK/once.json")"

step "What is due today"
send 200 "$SELF" GET "$PARTICIPANT/tasks" > "$WORK/tasks.json"
done_with "$(tr '}' '\n' < "$WORK/tasks.json" | grep '"state":"open"' | field task | tr '\n' ' ')"

step "Diary of today; the phone sends it twice"
HOUR=19
ENTRY=$PARTICIPANT/responses/$(uuid)
json 201 "$SELF" PUT "$ENTRY" "$(answered "diary/$(day 28)" "$QUIET_DAY")" > /dev/null
json 200 "$SELF" PUT "$ENTRY" "$(answered "diary/$(day 28)" "$QUIET_DAY")" > /dev/null
json 409 "$SELF" PUT "$ENTRY" "$(answered "diary/$(day 28)" "$MIGRAINE_DAY")" > /dev/null
done_with "201, 200 as a replay; other content under its id 409"

step "Coordinator corrects the day, with a reason"
json 201 "$COORDINATOR" PUT "$PARTICIPANT/responses/$(uuid)" '{"task": "diary/'"$(day 28)"'",
    "corrects": "'"${ENTRY##*/}"'", "reason": "Reported by telephone", "answers": {'"$MIGRAINE_DAY"'}}' > /dev/null
json 412 "$COORDINATOR" PUT "$PARTICIPANT/responses/$(uuid)" '{"task": "diary/'"$(day 28)"'",
    "corrects": "'"${ENTRY##*/}"'", "reason": "Reported by telephone", "answers": {'"$QUIET_DAY"'}}' > /dev/null
done_with "201; a second one, of the old answer, 412"

step "Who may see the arm of this open-label study"
ARM=$(send 200 "$COORDINATOR" GET "$PARTICIPANT/allocation" | field code)
send 403 "$STATISTICIAN" GET "$PARTICIPANT/allocation" > /dev/null
done_with "coordinator: $ARM; statistician: 403"

# --- The dataset -------------------------------------------------------------------------------------------------

step "Statistician releases a dataset"
json 202 "$STATISTICIAN" POST "$API/releases" '{"name": "First look"}' > "$WORK/release.json"
RELEASE=$(tr '{,' '\n\n' < "$WORK/release.json" | field id | head -n 1)
until send 200 "$STATISTICIAN" GET "$API/releases/$RELEASE" | grep -q '"state":"done"'; do
    if grep -qE '"state":"(failed|refused|too-long)"' "$WORK/answer"; then cat "$WORK/answer" >&2 && exit 1; fi
    sleep 0.2
done
done_with "checkpoint $(sed 's/.*"checkpoint":\([0-9]*\).*/\1/' "$WORK/release.json"), release $RELEASE"

step "Download it, twice, and compare the content"
for COPY in once again; do
    send 200 "$STATISTICIAN" GET "$API/releases/$RELEASE/dataset.zip" -H 'Accept: application/zip' > "$WORK/$COPY.zip"
    unzip -q "$WORK/$COPY.zip" -d "$WORK/$COPY"
done
diff -r "$WORK/once" "$WORK/again"
done_with "$(wc -c < "$WORK/once.zip" | tr -d ' ') bytes, the same both times"

step "Check the sums"
(cd "$WORK/once" && sha256sum -c --quiet SHA256SUMS)
done_with "all $(wc -l < "$WORK/once/SHA256SUMS" | tr -d ' ') files hold"

step "No arm, code or name in any file"
ARMS=$(awk '/^[a-z]/ { inside = /^arms:/ } inside && /code:/ { print $NF }' "$WORK/$STUDY/study.yaml")
for WORD in $ARMS "$CODE" "$NAME"; do
    if grep -rnw -- "$WORD" "$WORK/once"; then echo "\"$WORD\" is in the dataset" >&2 && exit 1; fi
done
done_with "looked for" $ARMS "$CODE" and the name

step "Auditor reads the trail and verifies it"
ACTS=$(send 200 "$AUDITOR" GET "$API/audit?size=200" | sed 's/.*"total":\([0-9]*\).*/\1/')
send 200 "$AUDITOR" GET "$API/audit/verification" | grep -q '"holds":true'
done_with "$ACTS acts, the chain holds"

echo
echo "participants.csv"
head -n 3 "$WORK/once/participants.csv"
echo "diary.csv"
head -n 3 "$WORK/once/diary.csv" | cut -c1-150
