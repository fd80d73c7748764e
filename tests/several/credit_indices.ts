import {
  gueantLehalleMany,
  type GueantLehalleManyOptions,
} from "../../lib/several/gueant_lehalle_many.ts";

// Guéant (2017), section 6: two indices of credit, in dollars and seconds.
export const ig = { scale: 9.10e-4, decay: 1.79e4, orderSize: 5e7, maxOrders: 4 };
export const hy = { scale: 1.06e-3, decay: 5.47e3, orderSize: 1e7, maxOrders: 4 };
export const [sigmaIg, sigmaHy] = [5.83e-6, 2.15e-5];
export const day = { riskAversion: 6e-5, horizon: 7200 };

export const both = (correlation: number, options: Partial<GueantLehalleManyOptions> = {}) => {
  const shared = correlation * sigmaIg * sigmaHy;
  const covariance = [[sigmaIg ** 2, shared], [shared, sigmaHy ** 2]];
  return gueantLehalleMany({ assets: [ig, hy], covariance, ...day, ...options });
};
