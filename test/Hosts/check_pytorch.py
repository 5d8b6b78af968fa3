# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The PyTorch host: gradients, surrogates, layouts, torch.compile, errors."""

import pathlib
import subprocess
import sys

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "docs" / "examples"
sys.path.insert(0, str(EXAMPLES / "python"))

import hysteron_kernels
from hysteron_kernels import pytorch

work = pathlib.Path(sys.argv[1])


def load(function, *options, source=HERE / "Inputs" / "layers.mlir", name=None):
    kernels = hysteron_kernels.compile(source, function, options=options, folder=work / (name or function))
    return pytorch.function(kernels, name or function)


def raises(kind, text, call, *arguments):
    try:
        call(*arguments)
    except kind as error:
        assert text in str(error), error
    else:
        raise AssertionError(f"no {kind.__name__}")


torch.manual_seed(22)

# True derivatives, of parameters too: against finite differences in f64.
aglu = load("aglu64")
x = torch.randn(3, 5, 7, dtype=torch.float64, requires_grad=True)
shape, kappa = (torch.rand(5, dtype=torch.float64).add(0.5).requires_grad_() for _ in range(2))
assert torch.autograd.gradcheck(aglu, (x, shape, kappa))
dx, = torch.autograd.grad(aglu(x, shape, kappa).sum(), x, create_graph=True)
raises(RuntimeError, "no autograd formula", torch.autograd.grad, dx.sum(), x)
print("gradcheck passed")

# Surrogates: the gradient is the declared rule, whatever is kept for backward.
x = torch.randn(1000, 784)
dy = torch.randn(1000, 784)
for residual in "auto", "input", "output", "mask", "recompute":
    helu = load("helu", f"--residual={residual}", name=f"helu_{residual}")
    leaf = x.clone().requires_grad_()
    y = helu(leaf)
    y.backward(dy)
    assert torch.equal(y, x.relu()) and torch.equal(leaf.grad, torch.where(x <= -0.05, 0, dy))
sugar = load("f", source=EXAMPLES / "sugar.mlir", name="sugar")
leaf = torch.linspace(-8, 8, 4001, requires_grad=True)
sugar(leaf).sum().backward()
s = leaf.detach().double().sigmoid()
rule = s * (1 + (leaf.detach().double() + 1.67) * (1 - s))
assert (leaf.grad - rule).abs().max() < 1e-6
print("surrogates follow their rules")

# Layouts, an empty tensor, 16 bits, and a result that nothing uses.
strided = torch.randn(784, 10).t()
assert torch.equal(helu(strided), strided.relu())
leaf = x.clone().requires_grad_()
helu(leaf).sum().backward()  # the cotangent is one element, expanded
assert torch.equal(leaf.grad, (x > -0.05).float())
assert helu(torch.empty(0, 784)).shape == (0, 784)
half = load("two16")
leaf = torch.randn(37).bfloat16().requires_grad_()
first, second = half(leaf)
second.sum().backward()
assert first.dtype == torch.bfloat16 and torch.equal(leaf.grad, (leaf > 0).bfloat16())
print("layouts, types and several results are right")

# A whole model is a function like any other.
mlp = load("mlp", source=EXAMPLES / "mlp" / "mlp.mlir")
x, w1, b1, w2, b2 = (torch.randn(shape) / 28 for shape in ((50, 784), (784, 64), (64,), (64, 10), (10,)))
shape, kappa = torch.rand(64) + 0.5, torch.rand(64) + 0.5


def in_torch(x, w1, b1, shape, kappa, w2, b2):
    z = x @ w1 + b1
    return (z * (shape * torch.exp(-kappa * z) + 1) ** (-1 / shape)) @ w2 + b2


dy = torch.randn(50, 10)
outcomes = []
for model in mlp, in_torch:
    leaves = [each.clone().requires_grad_() for each in (x, w1, b1, shape, kappa, w2, b2)]
    y = model(*leaves)
    outcomes.append([y.detach(), *torch.autograd.grad(y, leaves, dy)])
for got, wanted in zip(*outcomes):
    torch.testing.assert_close(got, wanted, rtol=1e-4, atol=1e-5)
print("a whole model has its gradients")

# What hysteron-compile's report says that autograd saves.
def apa(x, shape, kappa):
    shape = shape.clamp(min=1e-4)
    return torch.exp(F.softplus(kappa * x - shape.log(), beta=-1.0) / shape)


SAME = {
    "relu %x": F.relu, "leaky_relu %x {slope = 0.1}": lambda x: F.leaky_relu(x, 0.1), "relu6 %x": F.relu6,
    "hard_sigmoid %x": F.hardsigmoid, "hard_swish %x": F.hardswish, "abs %x": torch.abs,
    "elu %x {alpha = 1.0}": F.elu, "selu %x": F.selu, "sigmoid %x": torch.sigmoid, "tanh %x": torch.tanh,
    "softplus %x {beta = 1.0}": F.softplus, "silu %x": F.silu, "mish %x": F.mish, "gelu %x": F.gelu,
    "gelu %x {approximate = \"tanh\"}": lambda x: F.gelu(x, approximate="tanh"),
    "prelu %x, %p": F.prelu, "apa %x, %p, %p": lambda x, p: apa(x, p, p), "aglu %x, %p, %p": lambda x, p: x * apa(x, p, p),
}
x, p = (torch.rand(n, requires_grad=True) for n in (100, 1))
wanted, code = [], ""
for i, (op, f) in enumerate(SAME.items()):
    saved, parameters = {}, [p] * ("%p" in op)
    with torch.autograd.graph.saved_tensors_hooks(lambda t: saved.setdefault(t.data_ptr(), t), lambda t: t):
        y = f(x, *parameters)
    tensors = [data for data, tensor in saved.items() if tensor.numel() == x.numel()]
    names = {x.data_ptr(): "x", y.data_ptr(): "y"}
    wanted.append((len(tensors), {names[data] for data in tensors if data in names}))
    types = ", ".join(["tensor<100xf32>"] + ["tensor<1xf32>"] * op.count("%p"))
    code += f"  %y{i} = act.{op} : {types}\n"
report = subprocess.run(
    ["hysteron-compile", "--report"], check=True, capture_output=True, text=True,
    input=f"func.func @f(%x: tensor<100xf32>, %p: tensor<1xf32>) -> tensor<100xf32> {{\n{code}  return %x : tensor<100xf32>\n}}\n",
).stdout.splitlines()
for row, (count, names), op in zip(report[1:], wanted, SAME):
    bits, tensors = row.split("  ")[-1].strip().split(": ")
    assert int(bits) == 32 * count and names == {"x", "y"} & set(tensors.split(", ")), (op, row, names)
print("the report knows what autograd saves")

# The operator as such, and inside a compiled model with both passes.
x = torch.randn(1000, 784)
torch.library.opcheck(torch.ops.hysteron.helu_mask.default, (x.clone().requires_grad_(),))
model = torch.nn.Sequential(torch.nn.Linear(32, 784), torch.nn.Module(), torch.nn.Linear(784, 1))
model[1].forward = load("helu", "--residual=mask", name="helu_compiled")
batch = torch.randn(16, 32)
model(batch).sum().backward()
wanted = [p.grad.clone() for p in model.parameters()]
model.zero_grad()
compiled = torch.compile(model, fullgraph=True)
compiled(batch).sum().backward()
for p, grad in zip(model.parameters(), wanted):
    torch.testing.assert_close(p.grad, grad)
compiled(torch.randn(5, 32)).sum().backward()  # another extent: shapes are symbols now
print("torch.compile passed")

raises(TypeError, "argument0 is float64, expected float32", helu, x.double())
raises(ValueError, "dimension 1 of argument0 is 783, expected 784", helu, x[:, 1:])
raises(ValueError, "has 1 dimensions, expected 2", helu, x[0])
raises(RuntimeError, "there is no function 'nothing'", load, "nothing")
print("errors are exceptions")
