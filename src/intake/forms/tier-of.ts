/** Which tier a row belongs to when no column says it: by degree, then skill level, then title. */
export const tierOf = ({
  education,
  degree,
  skillLevel,
  title,
}: {
  education?: string | undefined;
  degree?: string | undefined;
  skillLevel?: string | undefined;
  title?: string | undefined;
}): string => {
  if (education === 'doctoral' || degree === 'doctor') return 'phd-expert';
  if (skillLevel !== undefined) return 'skilled-worker';
  return ['assistant', 'intermediate', 'associate-senior', 'full-senior'].includes(title ?? '')
    ? 'professional'
    : 'other';
};
