import { z } from 'zod';

import { isIsoDate, type IsoDate } from '#domain/calendar/iso-date.js';
import { assertMayApprove } from '#domain/temp-party-org/authority.rule.js';
import { assertCommittee } from '#domain/temp-party-org/committee.rule.js';
import { assessEligibility, type EligibilityInput } from '#domain/temp-party-org/eligibility.rule.js';
import { assertPaperChain, PAPER_ORDER } from '#domain/temp-party-org/papers.rule.js';
import { assertActionAllowed } from '#domain/temp-party-org/party-activity.rule.js';
import {
  assertReplyAfterAcceptance,
  assertTermMatches,
  endedByReElection,
  extendedByPostponement,
  termFrom,
} from '#domain/temp-party-org/term.rule.js';
import { type RuleAdapter, withRefusal } from './rule-adapter.js';

const Day = z.string().refine((text): text is IsoDate => isIsoDate(text));

const Members = z.object({
  kind: z.enum(['TEMP_BRANCH', 'TEMP_GENERAL_BRANCH']).exactOptional(),
  members: z.array(
    z.object({
      personId: z.string().exactOptional(),
      person: z.string().exactOptional(),
      name: z.string().exactOptional(),
      memberStatus: z.string().nullable(),
      relationTransferred: z.boolean(),
      inCouncil: z.boolean(),
      confirmed: z.boolean().exactOptional(),
    }),
  ),
  statedNeed: z.boolean().exactOptional(),
  approverConsent: z.boolean().exactOptional(),
  legalStatus: z.string().exactOptional(),
  otherActive: z.number().exactOptional(),
  councilTermEnd: Day.exactOptional(),
  replyDate: Day.exactOptional(),
  on: Day.exactOptional(),
});

const TermInput = z.object({
  councilTermStart: Day,
  councilTermEnd: Day,
  replyDate: Day,
  acceptedOn: Day.exactOptional(),
  typedTermEnd: z.string().exactOptional(),
  councilReElectedOn: Day.exactOptional(),
  councilElectionPostponedTo: Day.exactOptional(),
});

const ApproverInput = z.object({
  approver: z.object({
    kind: z.string(),
    canApproveProbationary: z.boolean(),
    isSuperior: z.boolean(),
    level: z.string().exactOptional(),
    temporary: z.boolean().exactOptional(),
  }),
});

const CommitteeInput = z.object({
  counted: z.array(z.string()),
  secretary: z.string(),
  deputy: z.string().exactOptional(),
  committee: z.array(z.string()),
});

/** M01: eligibility, the term, the approver's authority, the committee, the order of papers, or what may be done. */
export const tempPartyOrg: RuleAdapter = (input) => {
  if ('members' in input) return eligibility(Members.parse(input));
  if ('approver' in input) {
    const { approver } = ApproverInput.parse(input);
    return allowedUnless(() => {
      assertMayApprove(approver);
    });
  }
  if ('documents' in input) return paperChain(z.object({ documents: z.array(z.string()) }).parse(input).documents);
  if ('action' in input) {
    const { action } = z.object({ action: z.string() }).parse(input);
    return allowedUnless(() => {
      assertActionAllowed(action);
    });
  }
  if ('committee' in input) {
    const { counted, ...committee } = CommitteeInput.parse(input);
    return allowedUnless(() => {
      assertCommittee(committee, counted);
    });
  }
  return term(TermInput.parse(input));
};

function eligibility(input: z.output<typeof Members>): Record<string, unknown> {
  const on = input.on ?? input.replyDate;
  const facts: EligibilityInput = {
    members: input.members.map((member, index) => ({
      ...member,
      personId: member.personId ?? member.person ?? member.name ?? `#${index}`,
    })),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(input.statedNeed === undefined ? {} : { generalBranchNeed: input.statedNeed }),
    ...(input.approverConsent === undefined ? {} : { generalBranchConsent: input.approverConsent }),
    ...(input.legalStatus === undefined ? {} : { legalStatus: input.legalStatus }),
    ...(input.otherActive === undefined ? {} : { otherTemporary: input.otherActive }),
    ...(input.councilTermEnd === undefined ? {} : { councilTermEnd: input.councilTermEnd }),
    ...(on === undefined ? {} : { on }),
  };
  const { problems, ...assessment } = assessEligibility(facts);
  const [first] = problems;
  return { ...assessment, required: 3, ...(first ? { error: first.code } : {}) };
}

function term(input: z.output<typeof TermInput>): Record<string, unknown> {
  if (input.acceptedOn !== undefined) assertReplyAfterAcceptance(input.replyDate, input.acceptedOn);
  assertTermMatches(input.typedTermEnd, input.councilTermEnd);
  const begun = termFrom(input);
  if (input.councilReElectedOn !== undefined) return { ...endedByReElection(begun, input.councilReElectedOn) };
  if (input.councilElectionPostponedTo === undefined) return { ...begun };
  return { ...extendedByPostponement(begun, input.councilTermEnd, input.councilElectionPostponedTo) };
}

function paperChain(documents: readonly string[]): Record<string, unknown> {
  const order = PAPER_ORDER.filter((kind) => documents.includes(kind));
  const early = withRefusal({}, () => {
    assertPaperChain(documents.filter((kind) => kind !== 'REPLY'));
  });
  const result = { order, ...('error' in early ? { filingBeforeReply: early.error } : {}) };
  return withRefusal(result, () => {
    assertPaperChain(documents);
  });
}

function allowedUnless(assertion: () => void): Record<string, unknown> {
  const result = withRefusal({}, assertion);
  return { allowed: !('error' in result), ...result };
}
