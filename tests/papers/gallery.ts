import { avellanedaStoikov2006 } from "./avellaneda_stoikov_2006.ts";
import { avellanedaStoikov2008 } from "./avellaneda_stoikov_2008.ts";
import { bergault2021 } from "./bergault_2021.ts";
import { carteaDonnellyJaimungal2017 } from "./cartea_donnelly_jaimungal_2017.ts";
import { carteaJaimungal2015 } from "./cartea_jaimungal_2015.ts";
import { gueant2017 } from "./gueant_2017.ts";
import { gueantLehalle2012 } from "./gueant_lehalle_2012.ts";
import { gueantLehalle2013 } from "./gueant_lehalle_2013.ts";
import type { Paper } from "./paper.ts";
import { spoonerSavani2020 } from "./spooner_savani_2020.ts";

/** The papers, in the order of their years. */
export const gallery: readonly Paper[] = [
  avellanedaStoikov2006,
  avellanedaStoikov2008,
  gueantLehalle2012,
  gueantLehalle2013,
  carteaJaimungal2015,
  gueant2017,
  carteaDonnellyJaimungal2017,
  spoonerSavani2020,
  bergault2021,
];
