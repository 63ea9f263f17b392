/** Valid paths of the suite that we do not pass. Each refusal is on the safe side; `why` says why it is kept. */
export interface Deviation {
  readonly why: string;
  readonly reason: string;
  readonly cases: readonly string[];
}

function deviation(why: string, reason: string, cases: string): Deviation {
  return { why, reason, cases: cases.split(' ') };
}

export const deviations: readonly Deviation[] = [
  deviation('DSA is no algorithm of ours.', 'NO_CERTIFICATE_CHAIN_FOUND', '40104 40105'),
  deviation(
    'Names are compared octet by octet, not by RFC 5280 §7.1: an authority writes its name in one way.',
    'NO_CERTIFICATE_CHAIN_FOUND',
    '40303 40304 40305 40310 40311',
  ),
  deviation(
    'A list must be signed by the very key that issued the certificate; an authority that changes keys signs two.',
    'TRY_LATER',
    '40419 40501 40503 40504 40506 40615 40617',
  ),
  deviation(
    'Policy constraints, mappings and inhibitAnyPolicy are not processed, so whoever needs them is refused.',
    'CHAIN_CONSTRAINTS_FAILURE',
    '40806 40810 40811 40813 40814 40901 40902 40904 40906 41009 41011 41013 41014 41102 41104 41107 41202 41203 41207 41209',
  ),
  deviation(
    'Name constraints are not processed, so whoever needs them is refused.',
    'CHAIN_CONSTRAINTS_FAILURE',
    '41301 41304 41305 41306 41311 41314 41318 41319 41321 41323 41325 41327 41330 41332 41334 41336',
  ),
  deviation(
    'Partial and indirect lists are no evidence: only complete lists of the issuer are.',
    'TRY_LATER',
    '41401 41404 41405 41407 41413 41418 41419 41422 41424 41425 41428 41429 41430 41433',
  ),
  deviation('A hold in the complete list counts; what a delta list takes back is not read.', 'REVOKED', '41505'),
];
