#!/usr/bin/env bash
# Each noun of the API with `buf curl`: protos, certificates and nothing else. Usage: examples/curl.sh
# Once for each hub: two made-up agencies meet over a made-up child and mother, where no real records are, such as at the hub of `demo`.
#   HUB_ADDRESS  such as https://localhost:8443
#   CERTS        a folder with ca.crt and, as NAME.crt and NAME.key, those of registrar, eastfell and westmoor
#   BUF          the program, when it is not called buf
set -euo pipefail
: "${HUB_ADDRESS:?where is the hub?}" "${CERTS:?where are the certificates?}"
protos=$(cd "$(dirname "${BASH_SOURCE[0]}")/../protos" && pwd)
# Read once: --schema takes the folder too, and reads it at each call.
schema=$(mktemp --suffix=.binpb)
trap 'rm -f "$schema"' EXIT
"${BUF:-buf}" build "$protos" -o "$schema"

call() { # call CERTIFICATE PRACTITIONER PACKAGE.SERVICE/METHOD REQUEST
  local caller=(-H "hub-agency: $1" -H "hub-practitioner: $2")
  [ "$1" != registrar ] || caller=()
  echo "# $1: $3" >&2
  "${BUF:-buf}" curl --schema "$schema" --protocol grpc --cacert "$CERTS/ca.crt" --cert "$CERTS/$1.crt" --key "$CERTS/$1.key" \
    ${caller[@]+"${caller[@]}"} --data "$(fill "$4")" "${HUB_ADDRESS%/}/hub.$3"
}
registrar() { call registrar "" "$@"; }
council() { call eastfell SW999009 "$@"; }
trust() { call westmoor NMC-999008 "$@"; }

# {new} is a name of its own for each write: whoever is told to try again says the same request again, and it is written once.
# {child} and the like are variables of this script.
fill() {
  local text=$1 new
  new=curl-$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
  while [[ $text =~ \{([a-z_]+)\} ]]; do text=${text//"${BASH_REMATCH[0]}"/"${!BASH_REMATCH[1]}"}; done
  echo "$text"
}
# The first value of a field of an answer, which is shown too.
pick() {
  local answer
  answer=$(cat)
  echo "$answer" >&2
  awk -F'"' -v field="$1" '$2 == field && !found { print $4; found = 1 }' <<<"$answer"
}
# What the hub knows a key by: SHA-256 of its public half.
fingerprint() { openssl x509 -in "$CERTS/$1.crt" -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -c 1-64; }

# agencies
registrar agencies.v1.AgenciesService/AdmitAgency '{"request_id": "{new}", "agency_id": "eastfell", "name": "Eastfell Council (fictional)",
  "sector": "SECTOR_CHILDRENS_SOCIAL_CARE", "duty_number": "999 0303"}'
registrar agencies.v1.AgenciesService/AdmitAgency '{"request_id": "{new}", "agency_id": "westmoor", "name": "Westmoor Trust (fictional)",
  "sector": "SECTOR_ADULT_MENTAL_HEALTH", "duty_number": "999 0404"}'
council_key=$(fingerprint eastfell) trust_key=$(fingerprint westmoor)
registrar agencies.v1.AgenciesService/RegisterConnection '{"request_id": "{new}", "agency_id": "eastfell", "key_fingerprint": "{council_key}"}'
registrar agencies.v1.AgenciesService/RegisterConnection '{"request_id": "{new}", "agency_id": "westmoor", "key_fingerprint": "{trust_key}"}'
registrar agencies.v1.AgenciesService/RegisterPractitioner '{"request_id": "{new}", "agency_id": "eastfell", "practitioner_id": "SW999009"}'
registrar agencies.v1.AgenciesService/RegisterPractitioner '{"request_id": "{new}", "agency_id": "westmoor", "practitioner_id": "NMC-999008"}'
council agencies.v1.AgenciesService/GetAgency '{"agency_id": "westmoor"}'

# teams
council teams.v1.TeamsService/OpenTeam '{"request_id": "{new}", "team_id": "eastfell/duty", "name": "Duty desk", "duty_number": "999 0303"}'
council teams.v1.TeamsService/AssignRole '{"request_id": "{new}", "team_id": "eastfell/duty", "practitioner_id": "SW999009", "role": "ROLE_LEAD_SOCIAL_WORKER"}'
trust teams.v1.TeamsService/OpenTeam '{"request_id": "{new}", "team_id": "westmoor/cmht", "name": "Community team", "duty_number": "999 0404"}'
trust teams.v1.TeamsService/AssignRole '{"request_id": "{new}", "team_id": "westmoor/cmht", "practitioner_id": "NMC-999008", "role": "ROLE_CARE_COORDINATOR"}'
trust teams.v1.TeamsService/GetTeam '{"team_id": "eastfell/duty"}'
council agencies.v1.AgenciesService/SetDutyTeam '{"request_id": "{new}", "agency_id": "eastfell", "team_id": "eastfell/duty"}'

# children
child=$(council children.v1.ChildrenService/RegisterChild '{"request_id": "{new}", "identity": {"family_name": "Example", "given_names": ["Robin"],
  "birth_date": "2019-03-04", "identifiers": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000026"}]}}' | pick child)
council children.v1.ChildrenService/GetChild '{"child": "{child}"}'

# adults: each agency has a reference of its own to the same mother
kim='{"family_name": "Example", "given_names": ["Kim"], "birth_date": "1994-05-06",
  "identifiers": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000050"}]}'
mother_at_council=$(council adults.v1.AdultsService/RegisterAdult '{"request_id": "{new}", "identity": {kim}}' | pick adult)
mother=$(trust adults.v1.AdultsService/RegisterAdult '{"request_id": "{new}", "identity": {kim}}' | pick adult)
trust adults.v1.AdultsService/GetAdult '{"adult": "{mother}"}'

# plans
plan=$(council plans.v1.PlansService/OpenPlan '{"request_id": "{new}", "person": "{child}", "plan": {"type": "PLAN_TYPE_CHILD_PROTECTION", "elements": [
  {"category": "CATEGORY_PLAN_CONTENT", "kind": "ELEMENT_KIND_FACT", "text": "Core group meets every ten days."}]}}' | pick planId)
care=$(trust plans.v1.PlansService/OpenPlan '{"request_id": "{new}", "person": "{mother}", "plan": {"type": "PLAN_TYPE_ADULT_MENTAL_HEALTH_CARE", "elements": [
  {"category": "CATEGORY_HEALTH_MENTAL", "kind": "ELEMENT_KIND_FACT", "text": "Sleeps badly before a relapse."}]}}' | pick planId)
council plans.v1.PlansService/GetPlan '{"person": "{child}", "plan_id": "{plan}"}'

# circles
council circles.v1.CirclesService/AddCircleMember '{"request_id": "{new}", "person": "{child}", "team_id": "eastfell/duty", "role": "ROLE_LEAD_SOCIAL_WORKER"}'
council circles.v1.CirclesService/GetCircle '{"person": "{child}"}'

# relationships
council relationships.v1.RelationshipsService/RecordRelationship '{"request_id": "{new}", "person": "{child}", "relationship": {"type": "RELATIONSHIP_TYPE_GRANDPARENT"}}'
council relationships.v1.RelationshipsService/ListRelationships '{"person": "{child}"}'

# agreements: one side proposes, the other signs
council agreements.v1.AgreementsService/ProposeAgreement '{"request_id": "{new}", "partner_agency_id": "westmoor", "purposes": ["PURPOSE_SAFEGUARD"],
  "gives": ["CATEGORY_PLAN_TYPE_AND_DATES", "CATEGORY_PLAN_CONTENT"], "takes": ["CATEGORY_PLAN_TYPE_AND_DATES", "CATEGORY_HEALTH_MENTAL", "CATEGORY_SAFETY_PLAN_TRIGGERS"]}'
agreement=$(trust agreements.v1.AgreementsService/ListAgreements '{}' | pick agreementId)
trust agreements.v1.AgreementsService/SignAgreement '{"request_id": "{new}", "agreement_id": "{agreement}"}'

# frameworks: one agency writes down what passes among all that join
framework=$(council agreements.v1.AgreementsService/ProposeFramework '{"request_id": "{new}", "name": "Fictional partnership", "purposes": ["PURPOSE_SAFEGUARD"],
  "categories": ["CATEGORY_PROFESSIONAL_CONTACT"]}' | pick agreementId)
council agreements.v1.AgreementsService/AccedeToFramework '{"request_id": "{new}", "agreement_id": "{framework}"}'

# inbox: a system of each team may receive
council inbox.v1.InboxService/RegisterSubscriber '{"request_id": "{new}", "team_id": "eastfell/duty", "subscriber": "desk"}'
trust inbox.v1.InboxService/RegisterSubscriber '{"request_id": "{new}", "team_id": "westmoor/cmht", "subscriber": "desk"}'

# links: one side proposes, the other finds the question in its inbox
council links.v1.LinksService/ProposeLink '{"request_id": "{new}", "person": "{child}", "plan_id": "{plan}", "team_id": "eastfell/duty",
  "other_person": "{mother_at_council}", "other_team_id": "westmoor/cmht"}'
link=$(trust inbox.v1.InboxService/FetchDeliveries '{"team_id": "westmoor/cmht", "subscriber": "desk", "wait_seconds": 10}' | pick linkId)
trust links.v1.LinksService/AcceptLink '{"request_id": "{new}", "person": "{mother}", "link_id": "{link}", "plan_id": "{care}"}'
trust links.v1.LinksService/ListLinks '{"person": "{mother}"}'

# alerts: to those whose plans are linked; and a concern about somebody whom no system knows
trust alerts.v1.AlertsService/RaiseAlert '{"request_id": "{new}", "person": "{mother}", "type": "ALERT_TYPE_RELAPSE_EARLY_SIGN", "severity": "SEVERITY_RED",
  "elements": [{"category": "CATEGORY_HEALTH_MENTAL", "kind": "ELEMENT_KIND_OBSERVATION", "text": "Slept two hours."}]}'
trust alerts.v1.AlertsService/RaiseConcern '{"request_id": "{new}", "description": "A boy of about six, alone at the bus station.", "severity": "SEVERITY_AMBER",
  "place_agency_id": "eastfell", "elements": [{"kind": "ELEMENT_KIND_OBSERVATION", "text": "Waits there since noon."}]}'

# inbox: receive; confirm that the machine has it; a named person takes it
delivery=$(council inbox.v1.InboxService/FetchDeliveries '{"team_id": "eastfell/duty", "subscriber": "desk", "wait_seconds": 10}' | pick deliveryId)
council inbox.v1.InboxService/ConfirmDeliveries '{"team_id": "eastfell/duty", "subscriber": "desk", "delivery_ids": ["{delivery}"]}'
council inbox.v1.InboxService/AcknowledgeDelivery '{"request_id": "{new}", "team_id": "eastfell/duty", "delivery_id": "{delivery}",
  "acknowledgement": "ACKNOWLEDGEMENT_ACCEPTED"}'

# restrictions: what is kept from somebody is read by its guardians alone
trust restrictions.v1.RestrictionsService/ListRestrictions '{"person": "{mother}"}'

# adoptions: what waits to cross is read by the adoption role alone
council adoptions.v1.AdoptionsService/ListCrossings '{"to_person": "{child}"}'

# consent: what a person agrees to, by whose word, is on record with the agency that would tell
trust consents.v1.ConsentsService/RecordConsent '{"request_id": "{new}", "person": "{mother}", "state": "CONSENT_STATE_GIVEN", "given_by": "CONSENT_GIVER_ADULT",
  "recipient_agency_ids": ["eastfell"], "explained": "What the council is told, and what for."}'
trust consents.v1.ConsentsService/ListConsents '{"person": "{mother}"}'

# safety plans: who without a system is told, in exact words, through the team that reaches them; and that the person does not want it any more
grandmother=$(trust relationships.v1.RelationshipsService/RecordRelationship '{"request_id": "{new}", "person": "{mother}", "relationship": {
  "type": "RELATIONSHIP_TYPE_GRANDPARENT", "carrying_team_id": "eastfell/duty"}}' | pick relationshipId)
safety=$(trust plans.v1.PlansService/OpenPlan '{"request_id": "{new}", "person": "{mother}", "plan": {"type": "PLAN_TYPE_SAFETY"}}' | pick planId)
trust safetyplans.v1.SafetyPlansService/AgreeInformee '{"request_id": "{new}", "person": "{mother}", "plan_id": "{safety}", "relationship_id": "{grandmother}",
  "triggers": ["ALERT_TYPE_RELAPSE_CONFIRMED"], "words": "Please take the children tonight, as we agreed.", "telephone_number": "999 0202",
  "consent_given_by": "CONSENT_GIVER_ADULT", "consent_explained": "What her mother is told, and when."}'
trust safetyplans.v1.SafetyPlansService/RecordInformeeConsent '{"request_id": "{new}", "person": "{mother}", "relationship_id": "{grandmother}",
  "state": "CONSENT_STATE_WITHDRAWN", "given_by": "CONSENT_GIVER_ADULT"}'
trust safetyplans.v1.SafetyPlansService/ListInformees '{"person": "{mother}"}'

# contact: whoever names a person by an own reference may ask to be rung back, and is answered alike whatever is known
trust contacts.v1.ContactsService/RequestContact '{"request_id": "{new}", "person": "{mother}", "words": "She did not come on Monday."}'

# decisions: a named person does not share something, on record; the own team reads it, and nobody else hears of it
trust decisions.v1.DecisionsService/RecordNotShared '{"request_id": "{new}", "person": "{mother}", "recipient_team_id": "eastfell/duty", "reason": {
  "because": "She will tell them herself.", "detriment_test": "She would stop coming.", "review_on": "2999-01-31"}}'
trust decisions.v1.DecisionsService/ListDecisions '{"person": "{mother}"}'

# rules: what each role needs and which sector has which role, by editions that every agency reads; here one is proposed, by a registrar, and only validated
council rules.v1.RulesService/GetEdition '{"name": "2026-11"}'
registrar rules.v1.RulesService/ProposeEdition '{"request_id": "{new}", "validate_only": true, "name": "made-up", "effective_on": "2999-01-31", "legal_source": "Made-up Act s.1",
  "because": "Made up.", "needs": [{"role": "ROLE_HEALTH_VISITOR", "categories": ["CATEGORY_IDENTITY_BASIC"]}],
  "sectors": [{"role": "ROLE_HEALTH_VISITOR", "sectors": ["SECTOR_HEALTH_VISITING"]}]}'
council rules.v1.RulesService/ListEditions '{}'
