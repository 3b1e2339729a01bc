# SPDX-License-Identifier: MIT
# The program as one WebAssembly module with its JavaScript, which Node and browsers load alike: build-wasm/goalsheet.{js,wasm}.
# A module runs one command; whoever runs another makes a new one of the same compiled code.
target_link_options(goalsheet PRIVATE -fwasm-exceptions
  -sMODULARIZE=1 -sEXPORT_NAME=makeGoalsheet -sINVOKE_RUN=0 -sEXIT_RUNTIME=1 -sENVIRONMENT=node,worker
  -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB -sTOTAL_STACK=5MB -sFORCE_FILESYSTEM=1 -lnodefs.js
  -sEXPORTED_RUNTIME_METHODS=FS,ENV,ERRNO_CODES,callMain -sEXPORTED_FUNCTIONS=_main,_umask
  -sNODEJS_CATCH_EXIT=0 -sNODEJS_CATCH_REJECTION=0 -sSUPPORT_LONGJMP=0
  --js-library=${CMAKE_CURRENT_SOURCE_DIR}/cmd/wasm/host.js)
set_target_properties(goalsheet PROPERTIES LINK_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cmd/wasm/host.js)

# For tests/wasm/compare_decoders.
add_executable(decode_codes tests/support/decode_codes.cpp)
target_include_directories(decode_codes PRIVATE lib)
target_link_libraries(decode_codes PRIVATE goalsheet_lib)
get_target_property(options goalsheet LINK_OPTIONS)
list(TRANSFORM options REPLACE "FS,ENV," "FS,")
target_link_options(decode_codes PRIVATE ${options})
