#!/usr/bin/env python3
"""A model at a server writes queries for drawn claims and questions in four ways: accuracy, refused share, tokens and seconds of each.

usage: translators.py FOLDER --server http://127.0.0.1:8080 --tabfact DIR --wtq DIR [--template tuned-1] [--claims 300] [--questions 150]
                      [--seed 1] [--repanda .build/release/repanda] [--step 2] [--concurrency 2] [--minutes M]

The ways: the plain prompt; with the table's grammar; with the correction loop too; with five samples and a vote too. All see the same draw.
FOLDER keeps a transcript for claims and one for questions: what is in it is never asked again, so a run that was stopped (or that --minutes
stopped) goes on with the same command. A few claims at a time go through all four ways, while the server still has their prompts, so the
seconds of the first way are those in which the prompts were read; --step 100000 runs one way after the other.

recorded/ beside this file has answers of Qwen2.5-Coder-1.5B-Instruct (Q4_K_M, llama.cpp, two cores, tuned for the template tuned-1), drawn with
seed 1, by the keys of their requests; copied into FOLDER as they are, they are not asked again, and `--translator replay:` takes them without a
server. Right (95 % interval), without a verdict or answer, requests, tokens of prompts and answers:

                             300 claims of TabFact's validation split            150 training questions of WikiTableQuestions
    plain                    63.3 % (57.7 to 68.6)  8.3 %  1.00    770 +  33.6   32.7 % (25.7 to 40.5)  20.0 %  1.00    799 +  21.5
    grammar                  67.0 % (61.5 to 72.1)  4.3 %  1.00    770 +  35.6   34.7 % (27.5 to 42.6)   9.3 %  1.00    799 +  23.5
    grammar, loop            69.7 % (64.2 to 74.6)  0.0 %  1.10    853 +  41.6   34.7 % (27.5 to 42.6)   4.7 %  1.29  1,079 +  36.4
    grammar, loop, 5 samples 66.7 % (61.2 to 71.8)  0.0 %  5.76  4,623 + 250.1   37.3 % (30.0 to 45.3)   0.7 %  6.64  5,752 + 217.1

A server keeps the prompts of as many claims as it has slots: give llama-server at least --step slots (-np) and -sps 0.8, so that every claim finds
its own again. --concurrency 14 fills two cores; claims on which the model runs in circles are the slow tail of every step, so large steps are faster.
"""
import argparse, json, os, subprocess, sys, time

WAYS = {
    "plain": ["--rounds", "0"],
    "grammar": ["--rounds", "0", "--grammar", "llama.cpp"],
    "grammar, loop": ["--rounds", "4", "--restart", "--grammar", "llama.cpp"],
    "grammar, loop, 5 samples": ["--rounds", "4", "--restart", "--grammar", "llama.cpp", "--samples", "5"],
}


def evaluate(options, kind, way, limit):
    source = ["--tabfact", options.tabfact, "--split", "val"] if kind == "claims" else ["--wtq", options.wtq, "--split", "training"]
    command = [options.repanda, "eval", *source, "--translator", options.server, "--template", options.template, "--max-tokens", "160", "--timeout", "3600", "--concurrency", str(options.concurrency),
               "--limit", str(limit), "--seed", str(options.seed), "--transcript", f"{options.folder}/{kind}.jsonl", "--json", *WAYS[way]]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode: sys.exit(f"{way}, {limit} {kind}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def table(options, kind, limit):
    print(f"\n{limit} {kind}\n{'way':26} {'accuracy':>9} {'interval':>16} {'no answer':>10} {'requests':>9} {'tokens in':>10} {'tokens out':>11} {'seconds':>8}")
    for way in WAYS:
        report = evaluate(options, kind, way, limit)
        cost, none, (low, high) = report["translation"], 1 - report["answered"] / limit, report["interval"]
        print(f"{way:26} {report['accuracy'] * 100:8.2f} % {low * 100:6.2f} to {high * 100:6.2f} {none * 100:8.2f} % {cost['requests'] / limit:9.2f} "
              f"{cost['prompt_tokens'] / limit:10.0f} {cost['answer_tokens'] / limit:11.1f} {cost['seconds'] / limit:8.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder"); parser.add_argument("--server", required=True); parser.add_argument("--tabfact"); parser.add_argument("--wtq")
    parser.add_argument("--template", default="tuned-1"); parser.add_argument("--claims", type=int, default=300); parser.add_argument("--questions", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1); parser.add_argument("--repanda", default=".build/release/repanda")
    parser.add_argument("--step", type=int, default=2); parser.add_argument("--concurrency", type=int, default=2); parser.add_argument("--minutes", type=float, default=1e9)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    end = time.monotonic() + options.minutes * 60
    kinds = [(kind, count) for kind, count, folder in (("claims", options.claims, options.tabfact), ("questions", options.questions, options.wtq)) if folder]
    for kind, count in kinds:
        reached = 0
        while reached < count and time.monotonic() < end:
            reached = min(count, reached + options.step)
            for way in WAYS: evaluate(options, kind, way, reached)
            print(f"\r{reached} of {count} {kind}", end="", file=sys.stderr, flush=True)
        if reached: table(options, kind, reached)


main()
