#!/usr/bin/env python3
"""Times a training step of the IS-DARTS supernet in PyTorch, for comparison with `isdarts bench step`.

The net is the one of docs/architecture.md with every candidate operation computed for itself, as the method's public
implementation does; with --module the found network that `isdarts export --pytorch` wrote. Prints one JSON line; needs
PyTorch (Debian: apt-get install python3-torch).

On a GPU every step is waited for, since the GPU lags behind the processor that tells it what to do; --graph, on a GPU only, captures a whole step once and replays it.
"""

import argparse
import contextlib
import importlib.util
import json
import pathlib
import statistics
import time

import torch
from torch import nn
from torch.nn import functional

CLASSES = 10


def norm(channels, affine=False):
    """Only affine norms keep running statistics."""
    return nn.BatchNorm2d(channels, affine=affine, track_running_stats=affine)


class Rectified(nn.Sequential):
    """ReLU, convolutions, norm."""

    def __init__(self, *convolutions, affine=False):
        super().__init__(nn.ReLU(), *convolutions, norm(convolutions[-1].out_channels, affine))


def convolution(channels, kernel):
    return Rectified(nn.Conv2d(channels, channels, kernel, padding=kernel // 2))


def separable(channels, kernel, stride=1, dilation=1):
    padding = dilation * (kernel // 2)
    depthwise = nn.Conv2d(
        channels, channels, kernel, stride, padding, dilation, groups=channels, bias=False
    )
    return Rectified(depthwise, nn.Conv2d(channels, channels, 1))


def separable_twice(channels, kernel, stride):
    return nn.Sequential(separable(channels, kernel, stride), separable(channels, kernel))


class Nothing(nn.Module):
    def __init__(self, stride):
        super().__init__()
        self.stride = stride

    def forward(self, images):
        return 0 * images[..., :: self.stride, :: self.stride]


class Halving(nn.Module):
    """A skip connection to half the size: two pointwise convolutions, one of them a pixel further."""

    def __init__(self, entering, leaving):
        super().__init__()
        self.here = nn.Conv2d(entering, leaving // 2, 1, 2)
        self.further = nn.Conv2d(entering, leaving - leaving // 2, 1, 2)
        self.norm = norm(leaving)

    def forward(self, images):
        images = functional.relu(images)
        shifted = functional.pad(images, (0, 1, 0, 1))[..., 1:, 1:]
        return self.norm(torch.cat((self.here(images), self.further(shifted)), 1))


def average(stride):
    return nn.AvgPool2d(3, stride, 1, count_include_pad=False)


def skip(channels, stride):
    return nn.Identity() if stride == 1 else Halving(channels, channels)


def nas_bench_201(channels, stride):
    return [
        Nothing(stride),
        skip(channels, stride),
        convolution(channels, 1),
        convolution(channels, 3),
        average(stride),
    ]


def darts(channels, stride):
    return [
        Nothing(stride),
        skip(channels, stride),
        separable_twice(channels, 3, stride),
        separable_twice(channels, 5, stride),
        separable(channels, 3, stride, 2),
        separable(channels, 5, stride, 2),
        average(stride),
        nn.MaxPool2d(3, stride, 1),
    ]


class MixedEdge(nn.Module):
    """All candidates, each times its mask and divided by their number."""

    def __init__(self, candidates):
        super().__init__()
        self.candidates = nn.ModuleList(candidates)
        self.register_buffer("mask", torch.ones(len(candidates)))

    def forward(self, images):
        shares = self.mask / len(self.candidates)
        return sum(share * operation(images) for share, operation in zip(shares, self.candidates))


class Cell(nn.Module):
    """Nodes that each sum what the edges from all earlier ones bring."""

    def __init__(self, inputs, nodes, edge):
        super().__init__()
        self.edges = nn.ModuleList(
            nn.ModuleList(edge(source) for source in range(node))
            for node in range(inputs, inputs + nodes)
        )

    def forward(self, *inputs):
        values = list(inputs)
        for entering in self.edges:
            values.append(sum(edge(value) for edge, value in zip(entering, values)))
        return values[len(inputs) :]


class NasBench201Cell(Cell):
    def __init__(self, channels):
        super().__init__(1, 3, lambda source: MixedEdge(nas_bench_201(channels, 1)))

    def forward(self, images):
        return super().forward(images)[-1]


class Residual(nn.Module):
    """The block between two stages of NAS-Bench-201: half the size, twice the channels."""

    def __init__(self, channels):
        super().__init__()
        leaving = 2 * channels
        self.main = nn.Sequential(
            Rectified(nn.Conv2d(channels, leaving, 3, 2, 1, bias=False), affine=True),
            Rectified(nn.Conv2d(leaving, leaving, 3, 1, 1, bias=False), affine=True),
        )
        self.shortcut = nn.Sequential(
            nn.AvgPool2d(2), nn.Conv2d(channels, leaving, 1, bias=False)
        )

    def forward(self, images):
        return self.main(images) + self.shortcut(images)


class DartsCell(nn.Module):
    def __init__(self, before_last, last, channels, reduction, halved_before):
        super().__init__()
        pointwise = lambda entering: Rectified(nn.Conv2d(entering, channels, 1))
        self.of_before_last = (
            Halving(before_last, channels) if halved_before else pointwise(before_last)
        )
        self.of_last = pointwise(last)
        self.cell = Cell(
            2,
            4,
            lambda source: MixedEdge(darts(channels, 2 if reduction and source < 2 else 1)),
        )

    def forward(self, before_last, last):
        return torch.cat(self.cell(self.of_before_last(before_last), self.of_last(last)), 1)


class NasBench201Net(nn.Module):
    def __init__(self, channels, cells):
        super().__init__()
        layers = [nn.Conv2d(3, channels, 3, padding=1, bias=False), norm(channels, True)]
        for stage in range(3):
            layers += [NasBench201Cell(channels << stage) for _ in range(cells)]
            if stage < 2:
                layers.append(Residual(channels << stage))
        self.features = nn.Sequential(*layers, norm(4 * channels, True), nn.ReLU())
        self.classifier = nn.Linear(4 * channels, CLASSES)

    def forward(self, images):
        return self.classifier(self.features(images).mean((2, 3)))


class DartsNet(nn.Module):
    def __init__(self, channels, cells):
        super().__init__()
        entering = 3 * channels
        self.stem = nn.Sequential(
            nn.Conv2d(3, entering, 3, padding=1, bias=False), norm(entering, True)
        )
        self.cells = nn.ModuleList()
        before_last = last = entering
        halved = False
        for stage in range(3):
            for index in range(cells + (stage > 0)):
                reduction = stage > 0 and index == 0
                own = channels << stage
                self.cells.append(DartsCell(before_last, last, own, reduction, halved))
                before_last, last, halved = last, 4 * own, reduction
        self.end = nn.Sequential(norm(last, True), nn.ReLU())
        self.classifier = nn.Linear(last, CLASSES)

    def forward(self, images):
        before_last = last = self.stem(images)
        for cell in self.cells:
            before_last, last = last, cell(before_last, last)
        return self.classifier(self.end(last).mean((2, 3)))


NETS = {"nas-bench-201": (NasBench201Net, 5), "darts": (DartsNet, 2)}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("space", choices=NETS, nargs="?")
    parser.add_argument("--module", type=pathlib.Path, help="a network that isdarts exported")
    parser.add_argument("--channels", type=int, default=16)
    parser.add_argument("--cells", type=int)
    parser.add_argument("--batch-size", type=int, default=64)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=9)
    parser.add_argument("--warm-up", type=int, default=2)
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--channels-last", action="store_true", help="images as [N,H,W,C]")
    parser.add_argument("--amp", action="store_true", help="autocast to bfloat16")
    parser.add_argument("--tf32", choices=("on", "off"), default="off", help="float32 products")
    parser.add_argument("--compile", action="store_true", help="torch.compile")
    parser.add_argument("--graph", action="store_true", help="one CUDA graph for the whole step")
    options = parser.parse_args()
    if (options.space is None) == (options.module is None):
        parser.error("give a space or --module")
    return options


def supernet(options):
    kind, cells = NETS[options.space]
    options.cells = options.cells or cells
    return kind(options.channels, options.cells)


def exported(file):
    """The network of a module that stands in a file of its own."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.load()


def captured(step):
    """The step as one CUDA graph."""
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        for _ in range(3):
            step()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()
    return graph.replay


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = options.tf32 == "on"
    layout = torch.channels_last if options.channels_last else torch.contiguous_format
    net = exported(options.module) if options.module else supernet(options)
    net = net.train().to(options.device, memory_format=layout)
    sgd = torch.optim.SGD(net.parameters(), 0.025, 0.9, weight_decay=3e-4, nesterov=True)
    images = torch.randn(options.batch_size, 3, 32, 32).to(options.device, memory_format=layout)
    labels = torch.randint(CLASSES, (options.batch_size,)).to(options.device)
    parameters = sum(values.numel() for values in net.parameters())
    if options.compile:
        net = torch.compile(net)

    def autocast():
        if options.amp:
            return torch.autocast(options.device, torch.bfloat16)
        return contextlib.nullcontext()

    def step():
        sgd.zero_grad(set_to_none=True)
        with autocast():
            loss = functional.cross_entropy(net(images), labels)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        sgd.step()

    run = captured(step) if options.graph else step
    wait = torch.cuda.synchronize if options.device == "cuda" else lambda: None

    def timed():
        begin = time.perf_counter()
        run()
        wait()
        return time.perf_counter() - begin

    for _ in range(options.warm_up):
        timed()
    median = statistics.median(timed() for _ in range(options.steps))
    print(
        json.dumps(
            {
                "space": options.space,
                "module": options.module and options.module.name,
                "channels": options.channels,
                "cells": options.cells,
                "batch_size": options.batch_size,
                "threads": options.threads,
                "pytorch": torch.__version__,
                "parameters": parameters,
                "median_step_s": round(median, 6),
                "images_per_s": round(options.batch_size / median, 1),
            }
        )
    )


if __name__ == "__main__":
    main()
