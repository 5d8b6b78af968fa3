# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import ctypes
import os
import pathlib
import platform

import lit.formats

config.name = "Hysteron"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["Inputs", "golden"]
config.test_source_root = config.source_root
config.test_exec_root = config.build_root

# Tests run what this build made, then LLVM's tools.
config.environment["PATH"] = os.pathsep.join([f"{config.project_build}/bin", config.llvm_tools, os.environ["PATH"]])
# OpenCL on the CPU keeps its compiled kernels here.
for name in ("HOME", "HWLOC_SYNTHETIC", "OCL_ICD_VENDORS", "POCL_CACHE_DIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

for name in ("project_source", "project_build", "cmake", "ctest", "ptxas", "qemu", "arm_gcc", "python", "hosts_python", "c_compiler",
             "cxx_compiler", "mlir_dir", "halide_dir", "halide_helpers_dir", "llvm_tools"):
    config.substitutions.append(("%{" + name + "}", getattr(config, name)))
plugin = f"{config.project_build}/lib/HysteronPlugin.so"
# Programs without sanitizers cannot load a library that has them.
stock = "hysteron-opt" if config.sanitized else f"mlir-opt --load-dialect-plugin={plugin} --load-pass-plugin={plugin}"
config.substitutions.append(("%{mlir-opt-with-plugin}", stock))


def has_library(name):
    try:
        ctypes.CDLL(name)
        return True
    except OSError:
        return False


def opencl_devices():
    if not has_library("libOpenCL.so.1"):
        return 0
    count = ctypes.c_uint(0)
    ctypes.CDLL("libOpenCL.so.1").clGetPlatformIDs(0, None, ctypes.byref(count))
    return count.value


def cuda_devices():
    if not has_library("libcuda.so.1"):
        return 0
    cuda, count = ctypes.CDLL("libcuda.so.1"), ctypes.c_int(0)
    return count.value if cuda.cuInit(0) == 0 and cuda.cuDeviceGetCount(ctypes.byref(count)) == 0 else 0


# Hardware and tools are features, so that a test without them shows as unsupported.
flags = set()
cpuinfo = pathlib.Path("/proc/cpuinfo")
if platform.machine() == "x86_64" and cpuinfo.exists():
    flags = set(next(line for line in cpuinfo.read_text().splitlines() if line.startswith("flags")).split())
features = {
    "x86": platform.machine() == "x86_64",
    "sse41": "sse4_1" in flags,
    "avx2": {"avx2", "fma", "f16c"} <= flags,
    "avx512": {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"} <= flags,
    "qemu-aarch64": config.qemu and config.arm_gcc,
    # PoCL and Halide's runtime for OpenCL leak what they need once.
    "opencl": not config.sanitized and opencl_devices() > 0,
    "cuda": cuda_devices() > 0,
    "hosts": os.path.exists(config.hosts_python),
    "ptxas": config.ptxas and "NOTFOUND" not in config.ptxas,
    "sanitized": config.sanitized,
}
config.available_features.update(name for name, there in features.items() if there and "NOTFOUND" not in str(there))
