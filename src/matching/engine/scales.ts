/** Ordered vocabularies that criteria compare, lowest first. */
export const EDUCATIONS = ['below', 'secondary', 'college', 'bachelor', 'master', 'doctoral'] as const;
export const DEGREES = ['none', 'bachelor', 'master', 'doctor'] as const;
export const SKILL_LEVELS = [
  'apprentice',
  'junior',
  'intermediate',
  'senior',
  'technician',
  'senior-technician',
  'special-technician',
  'chief-technician',
] as const;
export const TITLES = ['elementary', 'assistant', 'intermediate', 'associate-senior', 'full-senior'] as const;

export type Education = (typeof EDUCATIONS)[number];
export type Degree = (typeof DEGREES)[number];
export type SkillLevel = (typeof SKILL_LEVELS)[number];
export type Title = (typeof TITLES)[number];

/** The scale of each criterion that compares steps. */
export const SCALES = {
  education: EDUCATIONS,
  degree: DEGREES,
  skillLevel: SKILL_LEVELS,
  title: TITLES,
} as const;
