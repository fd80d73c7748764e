import { exactSummary, policies, type PolicyName, type Scenario } from "../../mod.ts";

/** The exact result of every policy in a scenario, judged by the scenario's own risk aversion. */
export function policyRows(world: Scenario) {
  const { riskAversion } = world.parameters;
  return Object.entries(policies(world)).map(([policy, trader]) => ({
    policy: policy as PolicyName,
    ...exactSummary(world, trader, { riskAversion }),
  }));
}
