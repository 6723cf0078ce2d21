"""Speed, printed as ratios to something that the machine can be trusted to do at its own pace."""
